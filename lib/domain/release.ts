import type { Course } from './course-content'
import { findPassage, type Passage } from './lesson'
import type { Plan } from './next-step'
import type { AuthoredQuestion } from './question/question'
import type { QuizVersion } from './quiz'

type Quiz = Course['quizzes'][number]

/** The questions that a slot may draw: those of the quiz at one of the slot's levels. */
const candidates = (course: Course, { quiz, slots }: Quiz['file']['draw'][number]) => {
  const questions = course.quizzes.find(({ slug }) => slug === quiz)?.file.questions ?? []
  return slots.map((levels) => questions.filter(({ bloom }) => levels.includes(bloom)))
}

/** What a quiz asks: its own questions, or all that its slots may draw, with the slots. */
export function poolOf(course: Course, { file }: Quiz) {
  const slots = file.draw.flatMap((draw) => candidates(course, draw))
  const questions = [...new Set([...file.questions, ...slots.flat()])]
  return { questions, draw: slots.map((slot) => slot.map(({ id }) => id)) }
}

/** How many questions an attempt at the quiz is asked. */
export const sizeOf = ({ questions, draw }: Quiz['file']): number =>
  questions.length + draw.reduce((sum, { slots }) => sum + slots.length, 0)

const pointsOf = (questions: readonly AuthoredQuestion[]) =>
  questions.reduce((sum, { points }) => sum + points, 0)

/** What an attempt is asked, and what it can earn: all questions of a slot earn the same. */
export function measureOf(course: Course, quiz: Quiz): { questions: number; points: number } {
  const drawn = quiz.file.draw.flatMap((draw) =>
    candidates(course, draw).flatMap((slot) => slot.slice(0, 1)),
  )
  const points = pointsOf(quiz.file.questions) + pointsOf(drawn)
  return { questions: sizeOf(quiz.file), points }
}

const passagesOf = (
  course: Course,
  questions: readonly AuthoredQuestion[],
): Record<string, Passage[]> =>
  Object.fromEntries(
    questions.map((question) => [
      question.id,
      question.evidence.flatMap(({ lesson: slug, quote }) => {
        const lesson = course.lessons.find((each) => each.slug === slug)
        return (lesson && findPassage(lesson, quote)) ?? []
      }),
    ]),
  )

/** A quiz of a checked course as it is published: with the passages and facts that explain it. */
export function toVersion(course: Course, quiz: Quiz): QuizVersion {
  const { title, short, summary, modes, perPage, minutes, pass } = quiz.file
  const number = course.lessons.findIndex(({ slug }) => slug === quiz.file.lesson) + 1
  const lesson = course.lessons[number - 1]
  const { questions, draw } = poolOf(course, quiz)
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
    pass: pass ?? null,
    questions,
    apart: 'sentences',
    draw,
    passages: passagesOf(course, questions),
    facts: course.facts.filter(({ id }) => cited.has(id)),
  }
}

/** The quizzes of the lessons in their order, then the others as the course lists them. */
export function quizzesInOrder({ lessons, file, quizzes }: Course): Quiz[] {
  const slugs = new Set([...lessons.map(({ head }) => head.quiz), ...file.quizzes])
  return [...slugs].flatMap((slug) => quizzes.find((quiz) => quiz.slug === slug) ?? [])
}

/** The course as a way to go, for the recommendation of a next step. */
export const planOf = (course: Course): Plan => ({
  courseSlug: course.slug,
  lessons: course.lessons.map(({ slug, head, minutes }) => ({
    slug,
    title: head.title,
    minutes,
    quiz: head.quiz ?? null,
    objectives: head.objectives.map(({ id, text }) => ({ id, text })),
  })),
  practice: quizzesInOrder(course)
    .filter(({ slug }) => course.file.quizzes.includes(slug))
    .map(({ slug, file }) => ({ slug, title: file.title, minutes: file.minutes })),
  pool: course.quizzes.find(({ file }) => file.draw.length > 0)?.slug ?? null,
})

/** A course as certificates speak of it. */
export const badgeCourse = ({ slug, file, lessons }: Course) => ({
  slug,
  title: file.title,
  summary: file.summary,
  objectives: lessons.flatMap(({ head }) => head.objectives.map(({ text }) => text)),
})
