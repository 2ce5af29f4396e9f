import { type Choice, choiceGroups } from '@/lib/content/choices'
import { fileNames, found, type Material, type Rule } from '@/lib/content/material'
import type { Problem } from '@/lib/domain/course-content'
import type { AuthoredQuestion } from '@/lib/domain/question/question'

const ENOUGH = 4
const NAMES = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth']

/** Where the one key stands in each list of choices that has just one. */
const places = (questions: readonly AuthoredQuestion[], holds: (choices: Choice[]) => boolean) =>
  questions
    .flatMap(choiceGroups)
    .map(({ choices }) => choices)
    .filter((choices) => choices.filter(({ isKey }) => isKey).length === 1 && holds(choices))
    .map((choices) => choices.findIndex(({ isKey }) => isKey))

/** The place that holds most keys, where there are enough of them and it holds more than `share`. */
function crowded(at: readonly number[], share: number) {
  if (at.length < ENOUGH) return null
  const counts = NAMES.map((name, place) => ({
    name,
    times: at.filter((each) => each === place).length,
  }))
  const [most] = counts.sort((a, b) => b.times - a.times)
  return most && most.times > at.length * share ? most : null
}

const inQuiz = (course: Material, { slug, file }: Material['quizzes'][number]): Problem[] => {
  const at = places(file.questions, (choices) => choices.length > 2)
  const most = crowded(at, 1 / 2)
  if (!most) return []
  const message = `In ${most.times} of ${at.length} questions the right answer is written ${most.name}. Spread them, so that no habit shows.`
  return [found(course, fileNames.quiz(slug), 'questions', message)]
}

/** Right answers are spread over the places, and over both sides of two-sided questions. */
export const rule: Rule = (course) => {
  const at = places(
    course.quizzes.flatMap(({ file }) => file.questions),
    (choices) => choices.length === 2,
  )
  const most = crowded(at, 3 / 4)
  return [
    ...course.quizzes.flatMap((quiz) => inQuiz(course, quiz)),
    ...(most
      ? [
          found(
            course,
            fileNames.course,
            'quizzes',
            `In ${most.times} of the course's ${at.length} questions with two answers the ${most.name} is right. Turn some of them round.`,
          ),
        ]
      : []),
  ]
}
