import type { AuthoredQuestion } from './question/question'
import type { QuizVersion } from './quiz'
import { picker, shuffle } from './seed'

type Drawable = Pick<QuizVersion, 'questions' | 'draw' | 'passages' | 'apart'>

/**
 * After so many papers without a good one there is taken to be none. A content rule refuses a pool
 * that has not yielded one within a twentieth of that for each of a hundred seeds: of a pool that
 * passes, at least one paper in forty is good, all but surely, and 2,000 tries fail for no learner.
 */
const TRIES = 2000
export const TRIAL_TRIES = 100

const isEachOnce = (values: readonly string[]) => new Set(values).size === values.length

/** No question twice, and no two that the same sentence answers, of a lesson or of its source. */
export const isFair = (paper: readonly AuthoredQuestion[], { passages, apart }: Drawable) =>
  isEachOnce(paper.map(({ id }) => id)) &&
  (apart === 'passages' || isEachOnce(paper.flatMap(({ sentences }) => sentences))) &&
  isEachOnce(
    paper.flatMap(({ id }) => [
      ...new Set((passages[id] ?? []).map(({ lesson, sentenceId }) => `${lesson}/${sentenceId}`)),
    ]),
  )

/** Every kind of question that the pool has is asked at least once. */
const isVaried = (paper: readonly AuthoredQuestion[], pool: readonly AuthoredQuestion[]) =>
  new Set(paper.map(({ kind }) => kind)).size === new Set(pool.map(({ kind }) => kind)).size

/**
 * The questions that an attempt with this seed is asked, in the order of the version's slots: one of
 * each slot, no two with the same evidence or source sentence, and every kind of the pool at least once. Papers are
 * drawn until one is good, so all good papers are equally likely. The same seed gives the same paper
 * for as long as the version stays. A version without slots asks all its questions.
 *
 * @param tries how many papers are drawn before giving up
 * @returns null where no good paper was found
 */
export function drawQuestions(
  version: Drawable,
  seed: string,
  tries = TRIES,
): AuthoredQuestion[] | null {
  const { questions, draw } = version
  if (draw.length === 0) return questions
  const byId = new Map(questions.map((question) => [question.id, question]))
  const pick = picker(`${seed}/draw`)
  for (let tried = 0; tried < tries; tried++) {
    const paper = draw.flatMap((slot) => byId.get(slot[pick(slot.length)] ?? '') ?? [])
    if (paper.length === draw.length && isFair(paper, version) && isVaried(paper, questions))
      return paper
  }
  return null
}

/**
 * `asked` of a paper's questions, in its order, as the seed decides; all of them where there are no
 * more. They are taken one by one in an order of the seed's, and whatever rests on the same evidence
 * as one that is taken waits until nothing else is left: so each question can be asked, and no two
 * give each other away where that can be helped.
 */
export function drawSome(
  paper: readonly AuthoredQuestion[],
  version: Drawable,
  seed: string,
  asked: number,
): AuthoredQuestion[] {
  const taken: AuthoredQuestion[] = []
  const waiting: AuthoredQuestion[] = []
  for (const question of shuffle(paper, `${seed}/asked`)) {
    const isApart = taken.every((other) => isFair([question, other], version))
    if (isApart && taken.length < asked) taken.push(question)
    else waiting.push(question)
  }
  const chosen = [...taken, ...waiting].slice(0, asked)
  return paper.filter((question) => chosen.includes(question))
}

/** The questions with these ids, in their order; one that the version does not have is left out. */
export const chosenFrom = (
  { questions }: Pick<QuizVersion, 'questions'>,
  ids: readonly string[],
): AuthoredQuestion[] => ids.flatMap((id) => questions.find((question) => question.id === id) ?? [])

/**
 * The version as an attempt with this seed sees it: with the questions of its own paper alone, in
 * the order of the version or, where they are shuffled, in one that the seed decides.
 * Throws where none can be drawn; the content check lets no quiz be published where that could be.
 *
 * @param asked how many of the paper's questions are asked; null for all
 * @param only the ids of the questions that are asked, whatever would be drawn; empty: what is drawn
 */
export function paperOf(
  version: QuizVersion,
  seed: string,
  isShuffled = false,
  asked: number | null = null,
  only: readonly string[] = [],
): QuizVersion {
  if (only.length > 0) return { ...version, questions: chosenFrom(version, only) }
  const paper = drawQuestions(version, seed)
  if (!paper) throw new Error(`No paper can be drawn from ${version.course.slug}/${version.slug}`)
  const questions = asked === null ? paper : drawSome(paper, version, seed, asked)
  return { ...version, questions: isShuffled ? shuffle(questions, `${seed}/order`) : questions }
}
