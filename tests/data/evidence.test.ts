import { afterAll, describe, expect, it } from 'vitest'
import { findAttempt } from '@/lib/data/attempts'
import { db, disconnect } from '@/lib/data/db'
import { findEvidence } from '@/lib/data/evidence'
import { findReviewSet } from '@/lib/data/review-sets'
import { recordReview } from '@/lib/data/reviews'
import { startChosen } from '@/lib/data/starts'
import { recordSettings } from '@/lib/data/study-settings'
import { levelsAfter } from '@/lib/domain/mastery'
import type { QuizVersion } from '@/lib/domain/quiz'
import type { Viewer } from '@/lib/domain/viewer'
import { answer, begin, handIn, type PublishedQuiz, published } from '@/tests/support/attempts'
import { newClass, newGuest, newMember, OPEN_RULES } from '@/tests/support/people'
import { answerTo, daysAfter } from '@/tests/support/reviews'
import { statementsOf } from '@/tests/support/statements'
import { the } from '@/tests/support/the'
import { noon, versionOf } from '@/tests/support/versions'
import { sample } from '@/tests/unit/question/samples'

afterAll(disconnect)

const passage = (lesson: string) => ({
  ...{
    lesson,
    lessonTitle: lesson,
    section: 's',
    sentenceId: `s-${lesson}`,
    articleSentence: null,
  },
  ...{ before: '', sentence: 'It is so.', after: '', quote: 'It is so.' },
})
const statement = (id: string, objective: string) =>
  sample('true-false', { id, objective, title: id, points: 1 })

let courses = 0
/** A course of its own: two lessons' questions in one version, or those of one lesson. */
async function courseOf(isMixed: boolean): Promise<{ quiz: PublishedQuiz; version: QuizVersion }> {
  const version = versionOf(
    [statement('q1', 'tell'), statement('q2', 'tell'), statement('q3', 'show')],
    {
      course: { slug: `course-${courses++}-of-evidence`, title: 'A course' },
      passages: {
        ...{ q1: [passage('first')], q2: [passage('first')] },
        q3: [passage(isMixed ? 'second' : 'first')],
      },
    },
  )
  return { quiz: await published(version), version }
}
async function took(
  viewer: Viewer,
  quiz: PublishedQuiz,
  answers: Record<string, string>,
  options: Parameters<typeof begin>[2] = {},
) {
  const id = await begin(viewer, quiz, options)
  await answer(viewer, id, answers, options.now)
  await handIn(viewer, id, options.now)
  return id
}
const ALL = { q1: 'true', q2: 'true', q3: 'true' }

describe('what is known of a learner', () => {
  it('is every answer of what was handed in, a blank of a test as wrong, in practice not at all', async () => {
    const { quiz } = await courseOf(false)
    const viewer = await newMember()
    await begin(viewer, quiz, { mode: 'practice' })
    expect(await findEvidence(viewer, quiz.courseSlug, noon)).toEqual([])
    await took(viewer, quiz, { q1: 'true', q3: 'false' })
    const [test] = await findEvidence(viewer, quiz.courseSlug, noon)
    const marks = (each: typeof test) =>
      the(each)
        .answers.map(({ questionId, isRight }) => `${questionId} ${isRight}`)
        .sort()
    expect(the(test).kind).toBe('exercise')
    expect(marks(test)).toEqual(['q1 true', 'q2 false', 'q3 false'])
    const guest = await newGuest()
    await took(guest, quiz, { q1: 'true' }, { mode: 'practice' })
    expect(marks((await findEvidence(guest, quiz.courseSlug, noon))[0])).toEqual(['q1 true'])
  })

  it('is mixed where the questions are of several lessons', async () => {
    const { quiz } = await courseOf(true)
    const viewer = await newMember()
    await took(viewer, quiz, ALL)
    expect((await findEvidence(viewer, quiz.courseSlug, noon))[0]?.kind).toBe('mixed')
  })

  it('tells nothing of a class that holds back how answers came out', async () => {
    const { quiz } = await courseOf(false)
    const [teacher, student] = [await newMember(), await newMember()]
    const { assignments } = await newClass(teacher, [student], [quiz.id])
    const assignmentId = the(assignments[0])
    await took(student, quiz, ALL, { assignmentId })
    expect(await findEvidence(student, quiz.courseSlug, noon)).toHaveLength(1)
    const rules = { ...OPEN_RULES, review: { ...OPEN_RULES.review, afterSubmission: ['score'] } }
    await db().assignment.update({ where: { id: assignmentId }, data: { rules } })
    expect(await findEvidence(student, quiz.courseSlug, noon)).toEqual([])
  })

  it('has reviews, right at once or not, and takes one statement', async () => {
    const { quiz } = await courseOf(false)
    const viewer = await newMember()
    await took(viewer, quiz, { q1: 'false', q2: 'false', q3: 'true' })
    const now = daysAfter(noon, 1)
    for (const [place, item] of (await findReviewSet(viewer, now)).items.entries())
      await recordReview(viewer, answerTo(item, String(place === 0)), now)
    const { result, sent } = await statementsOf(() => findEvidence(viewer, quiz.courseSlug, noon))
    expect(sent).toHaveLength(1)
    const reviews = result.filter(({ kind }) => kind === 'review')
    expect(reviews.map(({ answers }) => the(answers[0]).isRight).sort()).toEqual([false, true])
  })
})

describe('practising what was missed', () => {
  it('asks these questions and no others, and lifts the objective', async () => {
    const { quiz } = await courseOf(false)
    const viewer = await newMember()
    const first = await took(viewer, quiz, { q1: 'true', q2: 'false', q3: 'true' })
    const { versionId } = the(await findAttempt(viewer, first))
    const levelOf = async () =>
      levelsAfter(await findEvidence(viewer, quiz.courseSlug, noon)).get('tell')
    expect(await levelOf()).toBe('attempted')
    const choice = { versionId, purpose: 'redo' as const, only: ['q2'] }
    const started = the(await startChosen(viewer, choice, 'seed', noon))
    const found = the(await findAttempt(viewer, started.id))
    expect(found.version.questions.map(({ id }) => id)).toEqual(['q2'])
    expect(found).toMatchObject({ mode: 'practice', behaviour: 'immediate', purpose: 'redo' })
    await answer(viewer, started.id, { q2: 'true' })
    await handIn(viewer, started.id)
    expect(await levelOf()).toBe('proficient')
  })

  it('asks how sure the learner is where their practice does', async () => {
    const { quiz } = await courseOf(false)
    const viewer = await newMember()
    const { versionId } = the(await findAttempt(viewer, await took(viewer, quiz, ALL)))
    await recordSettings(viewer, { asksCertainty: true })
    const choice = { versionId, purpose: 'redo' as const, only: ['q2'] }
    const { id } = the(await startChosen(viewer, choice, 'seed', noon))
    expect(await findAttempt(viewer, id)).toMatchObject({ behaviour: 'immediateCertainty' })
  })

  it('is one attempt however often the button is pressed, and says where another is open', async () => {
    const { quiz } = await courseOf(false)
    const viewer = await newMember()
    const first = await took(viewer, quiz, ALL)
    const { versionId } = the(await findAttempt(viewer, first))
    const start = (only: string[]) =>
      startChosen(viewer, { versionId, purpose: 'redo', only }, 'seed', noon)
    const all = await Promise.all(Array.from({ length: 4 }, () => start(['q2'])))
    expect(new Set(all.map((each) => the(each).id)).size).toBe(1)
    expect(the(all[0]).isOther).toBe(false)
    expect(await start(['q3'])).toEqual({ id: the(all[0]).id, isOther: true })
    expect(await start(['q9'])).toBeNull()
    // A whole practice may be open beside it.
    expect(await begin(viewer, quiz, { mode: 'practice' })).not.toBe(the(all[0]).id)
  })
})
