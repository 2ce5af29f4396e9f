import { choiceGroups } from '@/lib/content/choices'
import { fileNames, found, type Rule } from '@/lib/content/material'
import { inQuestions } from '@/lib/content/questions'
import type { Problem } from '@/lib/domain/course-content'

interface Place {
  id: string
  file: string
  path: string
}

const counted = (file: string, field: string, items: readonly { id: string }[]): Place[] =>
  items.map(({ id }, at) => ({ id, file, path: `${field}.${at + 1}` }))

/** No two questions, objectives, facts, terms or events of a course share an id, nor two options of one. */
export const rule: Rule = (course) => {
  const repeated = (noun: string, places: Place[]): Problem[] =>
    places.flatMap(({ id, file, path }, at) => {
      const first = places.findIndex((place) => place.id === id)
      if (first === at) return []
      const before = places[first]?.file
      const where = before === file ? 'in this file' : `in ${before}`
      return [found(course, file, `${path}.id`, `The ${noun} “${id}” stands already ${where}.`)]
    })
  return [
    ...repeated(
      'question id',
      course.quizzes.flatMap(({ slug, file }) =>
        counted(fileNames.quiz(slug), 'questions', file.questions),
      ),
    ),
    ...repeated(
      'objective id',
      course.lessons.flatMap(({ slug, head }) =>
        counted(fileNames.lesson(slug), 'objectives', head.objectives),
      ),
    ),
    ...repeated('fact id', counted(fileNames.facts, 'facts', course.facts)),
    ...repeated('term id', counted(fileNames.glossary, 'terms', course.terms)),
    ...repeated('event id', counted(fileNames.timeline, 'events', course.events)),
    ...inQuestions(course, (question) =>
      choiceGroups(question).flatMap(({ path, noun, choices }) =>
        choices
          .filter(({ id }, at) => choices.findIndex((other) => other.id === id) !== at)
          .map(({ id }) => ({ path, message: `Two ${noun}s have the id “${id}”.` })),
      ),
    ),
  ]
}
