import type { Course } from './course-content'
import { findPassage, type Passage } from './lesson'
import type { Plan } from './progress'
import type { QuizVersion } from './quiz'

const passagesOf = (course: Course, quiz: Course['quizzes'][number]): Record<string, Passage[]> =>
  Object.fromEntries(
    quiz.file.questions.map((question) => [
      question.id,
      question.evidence.flatMap(({ lesson: slug, quote }) => {
        const lesson = course.lessons.find((each) => each.slug === slug)
        return (lesson && findPassage(lesson, quote)) ?? []
      }),
    ]),
  )

/** A quiz of a checked course as it is published: with the passages and facts that explain it. */
export function toVersion(course: Course, quiz: Course['quizzes'][number]): QuizVersion {
  const { title, short, summary, modes, perPage, minutes, questions } = quiz.file
  const number = course.lessons.findIndex(({ slug }) => slug === quiz.file.lesson) + 1
  const lesson = course.lessons[number - 1]
  const cited = new Set(questions.flatMap(({ facts }) => facts))
  return {
    course: { slug: course.slug, title: course.file.title },
    slug: quiz.slug,
    title,
    short,
    summary,
    lesson: lesson ? { slug: lesson.slug, title: lesson.head.title, number } : null,
    modes,
    perPage,
    minutes,
    questions,
    passages: passagesOf(course, quiz),
    facts: course.facts.filter(({ id }) => cited.has(id)),
  }
}

/** The course as a way to go, for the recommendation of a next step. */
export const planOf = (course: Course): Plan => ({
  courseSlug: course.slug,
  lessons: course.lessons.map(({ slug, head, minutes }) => ({
    slug,
    title: head.title,
    minutes,
    quiz: head.quiz ?? null,
  })),
  practice: course.quizzes
    .filter(({ slug }) => course.file.quizzes.includes(slug))
    .map(({ slug, file }) => ({ slug, title: file.title, minutes: file.minutes })),
})
