import type { Inline, Lesson } from '@/lib/domain/lesson'
import { runsOf, type Sentence } from '@/lib/domain/lesson'

/** Every inline of these sentences, those inside emphasis and links included. */
export function inlinesOf(content: readonly Inline[]): Inline[] {
  return content.flatMap((inline) => [
    inline,
    ...('content' in inline ? inlinesOf(inline.content) : []),
  ])
}

export const sentencesOf = (lesson: Lesson): Sentence[] =>
  lesson.sections.flatMap(({ blocks }) => blocks.flatMap((block) => runsOf(block).flat()))

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
