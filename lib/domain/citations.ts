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
type Figure = FactCitations['figures'][number]

/** By id, every lesson that cites or marks it, in the order of the course: one walk over each lesson. */
function lessonsByCited(lessons: readonly Lesson[], type: Cited): Map<string, LessonCitation[]> {
  const cited = new Map<string, LessonCitation[]>()
  for (const lesson of lessons) {
    const { title, short } = lesson.head
    const here = new Map<string, LessonCitation>()
    for (const { id: sentenceId, content } of sentencesOf(lesson)) {
      const ids = inlinesOf(content).flatMap((inline) => (inline.type === type ? [inline.id] : []))
      for (const id of new Set(ids)) {
        const before = here.get(id)
        if (before) before.times++
        else here.set(id, { slug: lesson.slug, title, short, sentenceId, times: 1 })
      }
    }
    for (const [id, citation] of here) cited.set(id, [...(cited.get(id) ?? []), citation])
  }
  return cited
}

const figuresOf = (lesson: Lesson): (Figure & { facts: string[] })[] =>
  lesson.sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) => {
      if (block.type !== 'figure') return []
      const { id, title, facts } = block.figure
      return [{ id, title, facts, lesson: lesson.slug }]
    }),
  )

/** The lessons that mark each term, by its id; a term that no lesson marks is left out. */
export const lessonsByTerm = (lessons: readonly Lesson[]): Map<string, LessonCitation[]> =>
  lessonsByCited(lessons, 'term')

/** What in the course cites each of its facts, by the fact's id; empty lists where nothing does. */
export function citationsByFact(course: Course): Map<string, FactCitations> {
  const lessons = lessonsByCited(course.lessons, 'fact')
  const figures = course.lessons.flatMap(figuresOf)
  return new Map(
    course.facts.map(({ id }) => [
      id,
      {
        lessons: lessons.get(id) ?? [],
        figures: figures
          .filter(({ facts }) => facts.includes(id))
          .map(({ facts: _facts, ...figure }) => figure),
        quizzes: course.quizzes
          .map(({ slug, file: { title, questions } }) => ({
            slug,
            title,
            questions: questions.filter(({ facts }) => facts.includes(id)).length,
          }))
          .filter(({ questions }) => questions > 0),
        events: course.events
          .filter(({ facts }) => facts.includes(id))
          .map((event) => ({ id: event.id, title: event.title })),
      },
    ]),
  )
}
