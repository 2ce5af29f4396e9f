import { factsCitedIn } from '@/lib/content/cited'
import { fileNames, found, type Rule } from '@/lib/content/material'
import { inQuestions } from '@/lib/content/questions'

/** Every fact that a lesson, a figure, an event or a question cites stands in facts.yaml. */
export const rule: Rule = (course) => {
  if (course.unread.has(fileNames.facts)) return []
  const isUnknown = (id: string) => !course.facts.some((fact) => fact.id === id)
  const message = (id: string) => `The fact ${id} does not stand in facts.yaml.`
  const inLists = (facts: readonly string[]) =>
    facts.flatMap((id, at) =>
      isUnknown(id) ? [{ path: `facts.${at + 1}`, message: message(id) }] : [],
    )
  return [
    ...course.lessons.flatMap((lesson) =>
      factsCitedIn(lesson)
        .filter(isUnknown)
        .map((id) => found(course, fileNames.lesson(lesson.slug), `fact.${id}`, message(id))),
    ),
    ...course.figures.flatMap(({ id, facts }) =>
      inLists(facts).map((fault) => found(course, fileNames.figure(id), fault.path, fault.message)),
    ),
    ...course.events.flatMap(({ id, facts }) =>
      inLists(facts).map(({ path, message }) =>
        found(course, fileNames.timeline, `events.${id}.${path}`, message),
      ),
    ),
    ...inQuestions(course, ({ facts }) => inLists(facts)),
  ]
}
