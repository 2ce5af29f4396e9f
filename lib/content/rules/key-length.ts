import { choiceGroups } from '@/lib/content/choices'
import { fileNames, found, type Rule } from '@/lib/content/material'
import type { AuthoredQuestion } from '@/lib/domain/question/question'

/** With fewer questions than this, chance alone makes any pattern. */
const ENOUGH = { quiz: 3, course: 10 }
/** Nobody notices smaller differences than this share. */
const CLEARLY = 0.2
/** Of the questions of a quiz and of a course: in how many the key may be the longest, or shortest. */
const MOST = { clearly: 1 / 2, quiz: 2 / 3, course: 1 / 2 }

const mean = (texts: readonly string[]) =>
  texts.reduce((sum, { length }) => sum + length, 0) / texts.length

/** In which way the lengths of options give keys away, in words; null where they do not. */
function tellsOf(questions: readonly AuthoredQuestion[], scope: 'quiz' | 'course'): string[] {
  const groups = questions
    .flatMap(choiceGroups)
    .filter(({ explains }) => explains)
    .map(({ choices }) => ({
      right: mean(choices.filter(({ isKey }) => isKey).map(({ text }) => text)),
      wrong: choices.filter(({ isKey }) => !isKey).map(({ text }) => text.length),
    }))
  if (groups.length < ENOUGH[scope]) return []
  const count = (holds: (right: number, wrong: number[]) => boolean) =>
    groups.filter(({ right, wrong }) => holds(right, wrong)).length
  const said = (
    word: string,
    isExtreme: (share: number) => (r: number, w: number[]) => boolean,
  ) => {
    const [clearly, just] = [count(isExtreme(CLEARLY)), count(isExtreme(0))]
    const isTold = clearly > groups.length * MOST.clearly || just > groups.length * MOST[scope]
    return isTold
      ? [
          `In ${just} of ${groups.length} questions the right answer is the ${word}, in ${clearly} clearly: who has not read the lesson can guess by that.`,
        ]
      : []
  }
  return [
    ...said('longest', (share) => (right, wrong) => right > Math.max(...wrong) * (1 + share)),
    ...said('shortest', (share) => (right, wrong) => right < Math.min(...wrong) * (1 - share)),
  ]
}

/**
 * Length is no guide: the key is the longest option, or the shortest, in at most two thirds of a
 * quiz and in at most half of a course, and clearly so in at most half of a quiz.
 */
export const rule: Rule = (course) => [
  ...course.quizzes.flatMap(({ slug, file }) =>
    tellsOf(file.questions, 'quiz').map((message) =>
      found(course, fileNames.quiz(slug), 'questions', message),
    ),
  ),
  ...tellsOf(
    course.quizzes.flatMap(({ file }) => file.questions),
    'course',
  ).map((message) =>
    found(course, fileNames.course, 'quizzes', `Over the whole course: ${message}`),
  ),
]
