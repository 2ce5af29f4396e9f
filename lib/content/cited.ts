import { inlinesOf, type Lesson, sentencesOf } from '@/lib/domain/lesson'

const inlinesOfLesson = (lesson: Lesson) =>
  sentencesOf(lesson).flatMap(({ content }) => inlinesOf(content))

const distinct = (words: string[]) => [...new Set(words)]

/** The ids of the facts that the lesson's text cites, known or not. */
export const factsCitedIn = (lesson: Lesson): string[] =>
  distinct(inlinesOfLesson(lesson).flatMap((inline) => (inline.type === 'fact' ? [inline.id] : [])))

/** The ids of the terms that the lesson's text marks, known or not. */
export const termsMarkedIn = (lesson: Lesson): string[] =>
  distinct(inlinesOfLesson(lesson).flatMap((inline) => (inline.type === 'term' ? [inline.id] : [])))

export const linksIn = (lesson: Lesson): string[] =>
  distinct(
    inlinesOfLesson(lesson).flatMap((inline) => (inline.type === 'link' ? [inline.href] : [])),
  )
