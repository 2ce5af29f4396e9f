import type { Course } from './course-content'
import { inlinesOf, type Lesson, sentencesOf } from './lesson'

/** A lesson that cites a fact or marks a term, and the first sentence in which it does. */
export interface LessonCitation {
  slug: string
  title: string
  short: string
  sentenceId: string
  /** In how many of its sentences. */
  times: number
}

/** Everything that rests on one fact. */
export interface FactCitations {
  lessons: LessonCitation[]
  figures: { id: string; title: string; lesson: string }[]
  /** Quizzes with the number of their questions that the fact answers. */
  quizzes: { slug: string; title: string; questions: number }[]
  events: { id: string; title: string }[]
}

type Cited = 'fact' | 'term'

const inLesson = (lesson: Lesson, type: Cited, id: string): LessonCitation[] => {
  const sentences = sentencesOf(lesson).filter(({ content }) =>
    inlinesOf(content).some((inline) => inline.type === type && inline.id === id),
  )
  const [first] = sentences
  if (!first) return []
  const { title, short } = lesson.head
  return [{ slug: lesson.slug, title, short, sentenceId: first.id, times: sentences.length }]
}

/** The lessons that mark a term, in the order of the course. */
export const lessonsMarking = (course: Pick<Course, 'lessons'>, term: string): LessonCitation[] =>
  course.lessons.flatMap((lesson) => inLesson(lesson, 'term', term))

/** What in the course cites the fact `id`; empty lists where nothing does. */
export function citationsOf(course: Course, id: string): FactCitations {
  const figures = course.lessons.flatMap((lesson) =>
    lesson.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.type === 'figure' && block.figure.facts.includes(id)
          ? [{ id: block.figure.id, title: block.figure.title, lesson: lesson.slug }]
          : [],
      ),
    ),
  )
  const quizzes = course.quizzes.map(({ slug, file }) => ({
    slug,
    title: file.title,
    questions: file.questions.filter(({ facts }) => facts.includes(id)).length,
  }))
  return {
    lessons: course.lessons.flatMap((lesson) => inLesson(lesson, 'fact', id)),
    figures,
    quizzes: quizzes.filter(({ questions }) => questions > 0),
    events: course.events
      .filter(({ facts }) => facts.includes(id))
      .map((event) => ({ id: event.id, title: event.title })),
  }
}
