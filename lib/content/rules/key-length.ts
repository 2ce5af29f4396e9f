import { choiceGroups } from '@/lib/content/choices'
import { fileNames, found, type Rule } from '@/lib/content/material'

/** With fewer questions than this, chance alone makes any pattern. */
const ENOUGH = 4
/** Nobody notices smaller differences than this share. */
const CLEARLY = 0.2

const mean = (texts: readonly string[]) =>
  texts.reduce((sum, { length }) => sum + length, 0) / texts.length

/** Somebody who always takes the longest option, or the shortest, gets at most half of a quiz. */
export const rule: Rule = (course) =>
  course.quizzes.flatMap(({ slug, file }) => {
    const groups = file.questions
      .flatMap(choiceGroups)
      .filter(({ explains }) => explains)
      .map(({ choices }) => ({
        right: mean(choices.filter(({ isKey }) => isKey).map(({ text }) => text)),
        wrong: choices.filter(({ isKey }) => !isKey).map(({ text }) => text.length),
      }))
    if (groups.length < ENOUGH) return []
    const count = (holds: (right: number, wrong: number[]) => boolean) =>
      groups.filter(({ right, wrong }) => holds(right, wrong)).length
    const said = (word: string, times: number) =>
      times * 2 > groups.length
        ? [
            found(
              course,
              fileNames.quiz(slug),
              'questions',
              `In ${times} of ${groups.length} questions the right answer is clearly the ${word}: who has not read the lesson can guess by that.`,
            ),
          ]
        : []
    return [
      ...said(
        'longest',
        count((right, wrong) => right > Math.max(...wrong) * (1 + CLEARLY)),
      ),
      ...said(
        'shortest',
        count((right, wrong) => right < Math.min(...wrong) * (1 - CLEARLY)),
      ),
    ]
  })
