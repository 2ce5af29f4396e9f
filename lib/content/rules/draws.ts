import { fileNames, found, type Material, type Rule } from '@/lib/content/material'
import { didYouMean } from '@/lib/content/nearest'
import { drawQuestions, TRIAL_TRIES } from '@/lib/domain/draw'
import { poolOf, toVersion } from '@/lib/domain/release'

/** For so many seeds a paper is drawn on trial, each within a small part of the tries of a learner's. */
const TRIALS = 100

type Quiz = Material['quizzes'][number]

function slotFaults(course: Material, { slug, file }: Quiz) {
  const said = (path: string, message: string) => found(course, fileNames.quiz(slug), path, message)
  return file.draw.flatMap(({ quiz, slots }, d) => {
    const from = course.quizzes.find((each) => each.slug === quiz)
    const names = course.quizzes.map((each) => each.slug)
    const at = `draw.${d + 1}`
    if (!from)
      return course.unread.has(fileNames.quiz(quiz))
        ? []
        : [said(`${at}.quiz`, `There is no quiz “${quiz}”.${didYouMean(quiz, names)}`)]
    if (from.file.questions.length === 0)
      return [said(`${at}.quiz`, `The quiz “${quiz}” has no questions of its own to draw from.`)]
    return slots.flatMap((levels, s) => {
      const fits = from.file.questions.filter(({ bloom }) => levels.includes(bloom))
      const path = `${at}.slots.${s + 1}`
      if (fits.length === 0)
        return [said(path, `No question of “${quiz}” is at the level ${levels.join(' or ')}.`)]
      return new Set(fits.map(({ points }) => points)).size > 1
        ? [said(path, 'The questions of one slot earn different points, so papers would differ.')]
        : []
    })
  })
}

/** A quiz asks its own questions or draws some, and whatever it draws makes a fair paper. */
export const rule: Rule = (course) =>
  course.quizzes.flatMap((quiz) => {
    const { slug, file } = quiz
    const said = (path: string, message: string) => [
      found(course, fileNames.quiz(slug), path, message),
    ]
    const [own, drawn] = [file.questions.length > 0, file.draw.length > 0]
    if (own === drawn)
      return said(
        '',
        own
          ? 'A quiz has questions of its own or draws them, not both.'
          : 'The quiz asks nothing: it has neither “questions” nor “draw”.',
      )
    if (!drawn) return []
    const faults = slotFaults(course, quiz)
    const isUnread = file.draw.some(({ quiz: from }) => course.unread.has(fileNames.quiz(from)))
    if (isUnread || faults.length > 0 || poolOf(course, quiz).questions.length === 0) return faults
    const version = toVersion(course, quiz)
    const isDrawn = (_: unknown, trial: number) =>
      drawQuestions(version, `trial-${trial}`, TRIAL_TRIES) !== null
    return Array.from({ length: TRIALS }).every(isDrawn)
      ? []
      : said(
          'draw',
          'From these slots no paper can be drawn in which every kind of question comes and no two questions have the same evidence. Widen a slot or drop one.',
        )
  })
