import type { Course } from '@/lib/domain/course-content'
import { BLOOM } from '@/lib/domain/question/question'
import { readabilityOf } from '@/lib/domain/readability'
import { measureOf, poolOf } from '@/lib/domain/release'
import { choiceGroups } from './choices'
import { factsCitedIn } from './cited'

const counted = (names: readonly string[]): string => {
  const distinct = [...new Set(names)]
  return distinct
    .map((name) => [name, names.filter((each) => each === name).length] as const)
    .map(([name, times]) => `${name} ${times}`)
    .join(', ')
}

const mean = (numbers: readonly number[]) =>
  numbers.length === 0 ? 0 : numbers.reduce((sum, each) => sum + each, 0) / numbers.length

const LETTERS = 'abcdefghij'

/** One line per lesson: how long, how readable, and what it rests on. */
export function lessonLines(course: Course): string[] {
  return course.lessons.map((lesson, at) => {
    const { lix, reading } = readabilityOf(lesson)
    const figures = lesson.sections
      .flatMap(({ blocks }) => blocks)
      .filter(({ type }) => type === 'figure').length
    return `${at + 1} ${lesson.slug}: ${lesson.words} words, ${lesson.minutes} minutes, LIX ${lix} (${reading}), ${factsCitedIn(lesson).length} facts, ${lesson.terms.length} terms, ${figures} figures`
  })
}

/** What a quiz asks and how: a paragraph of lines. */
export function quizLines(course: Course, quiz: Course['quizzes'][number]): string[] {
  const { questions } = poolOf(course, quiz)
  const { questions: asked, points } = measureOf(course, quiz)
  const groups = questions.flatMap(choiceGroups).filter(({ explains }) => explains)
  const places = groups
    .filter(({ choices }) => choices.filter(({ isKey }) => isKey).length === 1)
    .map(({ choices }) => LETTERS.charAt(choices.findIndex(({ isKey }) => isKey)))
    .sort()
  const length = (isKey: boolean) =>
    mean(
      groups.flatMap(({ choices }) =>
        choices.filter((each) => each.isKey === isKey).map(({ text }) => text.length),
      ),
    ).toFixed(1)
  const lesson = course.lessons.find(({ slug }) => slug === quiz.file.lesson)
  const objectives = new Set(questions.map(({ objective }) => objective))
  const all = lesson?.head.objectives ?? course.lessons.flatMap(({ head }) => head.objectives)
  const covered = all.filter(({ id }) => objectives.has(id)).length
  const levels = questions.map(({ bloom }) => bloom)
  return [
    `${quiz.slug}: ${asked} questions${asked === questions.length ? '' : ` of ${questions.length}`}, ${points} points`,
    `  kinds: ${counted(questions.map(({ kind }) => kind))}`,
    `  levels: ${counted(BLOOM.flatMap((level) => levels.filter((each) => each === level)))}`,
    `  objectives: ${covered} of ${all.length}`,
    `  place of the key: ${counted(places) || 'no single choice'}`,
    `  length of options: key ${length(true)}, distractors ${length(false)} characters`,
  ]
}
