import { type Choice, choiceGroups } from '@/lib/content/choices'
import { fileNames, found, type Material, type Rule } from '@/lib/content/material'
import type { Problem } from '@/lib/domain/course-content'
import type { AuthoredQuestion } from '@/lib/domain/question/question'

/** With fewer questions than this, chance alone makes any pattern. */
const ENOUGH = { quiz: 4, course: 12 }
const NAMES = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth']

/** Where the one key stands in each list of choices that has just one. */
const places = (questions: readonly AuthoredQuestion[], holds: (choices: Choice[]) => boolean) =>
  questions
    .flatMap(choiceGroups)
    .map(({ choices }) => choices)
    .filter((choices) => choices.filter(({ isKey }) => isKey).length === 1 && holds(choices))
    .map((choices) => choices.findIndex(({ isKey }) => isKey))

/** The place that holds most keys, where there are enough of them and it holds more than `share`. */
function crowded(at: readonly number[], share: number, enough: number) {
  if (at.length < enough) return null
  const counts = NAMES.map((name, place) => ({
    name,
    times: at.filter((each) => each === place).length,
  }))
  const [most] = counts.sort((a, b) => b.times - a.times)
  return most && most.times > at.length * share ? most : null
}

const inQuiz = (course: Material, { slug, file }: Material['quizzes'][number]): Problem[] => {
  const at = places(file.questions, (choices) => choices.length > 2)
  const most = crowded(at, 1 / 2, ENOUGH.quiz)
  if (!most) return []
  const message = `In ${most.times} of ${at.length} questions the right answer is written ${most.name}. Spread them, so that no habit shows.`
  return [found(course, fileNames.quiz(slug), 'questions', message)]
}

/** Right answers are spread over the places, and over both sides of two-sided questions. */
export const rule: Rule = (course) => {
  const questions = course.quizzes.flatMap(({ file }) => file.questions)
  const said = (message: string) => [found(course, fileNames.course, 'quizzes', message)]
  const ofTwo = places(questions, (choices) => choices.length === 2)
  const ofMore = places(questions, (choices) => choices.length > 2)
  const side = crowded(ofTwo, 3 / 4, ENOUGH.quiz)
  const place = crowded(ofMore, 2 / 5, ENOUGH.course)
  return [
    ...course.quizzes.flatMap((quiz) => inQuiz(course, quiz)),
    ...(side
      ? said(
          `In ${side.times} of the course's ${ofTwo.length} questions with two answers the ${side.name} is right. Turn some of them round.`,
        )
      : []),
    ...(place
      ? said(
          `In ${place.times} of the course's ${ofMore.length} questions the right answer is written ${place.name}. Spread them over the places.`,
        )
      : []),
  ]
}
