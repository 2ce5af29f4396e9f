import {
  fileNames,
  found,
  lessonNames,
  type Material,
  quizNames,
  type Rule,
} from '@/lib/content/material'
import { didYouMean } from '@/lib/content/nearest'
import type { Problem } from '@/lib/domain/course-content'

/** course.yaml lists every lesson once and every quiz without a lesson, and all that it lists exist. */
function listing(course: Material): Problem[] {
  if (course.unread.has(fileNames.course)) return []
  const lessons = lessonNames(course)
  const quizzes = quizNames(course)
  const said = (path: string, message: string) => found(course, fileNames.course, path, message)
  const listed = course.file.stages.flatMap((stage, s) =>
    stage.lessons.map((slug, at) => ({ slug, path: `stages.${s + 1}.lessons.${at + 1}` })),
  )
  const alone = course.file.quizzes.map((slug, at) => ({ slug, path: `quizzes.${at + 1}` }))
  const absent = (noun: string, entries: typeof listed, known: string[]) =>
    entries
      .filter(({ slug }) => !known.includes(slug))
      .map(({ slug, path }) =>
        said(path, `There is no ${noun} “${slug}”.${didYouMean(slug, known)}`),
      )
  const repeated = (noun: string, entries: typeof listed) =>
    entries
      .filter(({ slug }, at) => entries.findIndex((entry) => entry.slug === slug) !== at)
      .map(({ slug, path }) => said(path, `The ${noun} “${slug}” is listed twice.`))
  return [
    ...absent('lesson', listed, lessons),
    ...absent('quiz', alone, quizzes),
    ...repeated('lesson', listed),
    ...repeated('quiz', alone),
    ...lessons
      .filter((slug) => !listed.some((entry) => entry.slug === slug))
      .map((slug) =>
        found(
          course,
          fileNames.lesson(slug),
          '',
          'course.yaml does not list this lesson in a stage.',
        ),
      ),
    ...course.quizzes
      .filter(({ slug, file }) => !file.lesson && !course.file.quizzes.includes(slug))
      .map(({ slug }) =>
        found(
          course,
          fileNames.quiz(slug),
          '',
          'This quiz belongs to no lesson, and course.yaml does not list it under “quizzes”.',
        ),
      ),
    ...course.quizzes
      .filter(({ slug, file }) => file.lesson && course.file.quizzes.includes(slug))
      .map(({ slug, file }) =>
        said(
          `quizzes.${course.file.quizzes.indexOf(slug) + 1}`,
          `The quiz “${slug}” belongs to the lesson “${file.lesson}”; only quizzes without a lesson stand here.`,
        ),
      ),
  ]
}

/** A lesson and its quiz name each other. */
function partners(course: Material): Problem[] {
  const lessons = lessonNames(course)
  const quizzes = quizNames(course)
  const ofLessons = course.lessons.flatMap(({ slug, head }): Problem[] => {
    if (!head.quiz) return []
    const said = (message: string) => found(course, fileNames.lesson(slug), 'quiz', message)
    if (!quizzes.includes(head.quiz))
      return [said(`There is no quiz “${head.quiz}”.${didYouMean(head.quiz, quizzes)}`)]
    const quiz = course.quizzes.find((each) => each.slug === head.quiz)
    return !quiz || quiz.file.lesson === slug
      ? []
      : [said(`The quiz “${head.quiz}” does not say “lesson: ${slug}”.`)]
  })
  const ofQuizzes = course.quizzes.flatMap(({ slug, file }): Problem[] => {
    if (!file.lesson || course.file.quizzes.includes(slug)) return []
    const said = (message: string) => found(course, fileNames.quiz(slug), 'lesson', message)
    if (!lessons.includes(file.lesson))
      return [said(`There is no lesson “${file.lesson}”.${didYouMean(file.lesson, lessons)}`)]
    const lesson = course.lessons.find((each) => each.slug === file.lesson)
    return !lesson || lesson.head.quiz === slug
      ? []
      : [said(`The lesson “${file.lesson}” does not say “quiz: ${slug}”.`)]
  })
  return [...ofLessons, ...ofQuizzes]
}

/** Lessons and quizzes are listed, exist and agree about who belongs to whom. */
export const rule: Rule = (course) => [...listing(course), ...partners(course)]
