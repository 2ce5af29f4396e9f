import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { db, disconnect } from '@/lib/data/db'
import { takeUpAnswers } from '@/lib/data/review-log'
import { findReviewSet } from '@/lib/data/review-sets'
import { findReviewed, listReviewedToday, recordEasy, recordReview } from '@/lib/data/reviews'
import type { ReviewItem } from '@/lib/domain/review-set'
import { newQuiz } from '@/tests/support/attempts'
import { newMember } from '@/tests/support/people'
import { answerTo, cardsOf, daysAfter, practised } from '@/tests/support/reviews'
import { rowsChangedBy } from '@/tests/support/rows'
import { the } from '@/tests/support/the'
import { noon } from '@/tests/support/versions'

afterAll(disconnect)

const gradesOf = async (learnerId: string) => {
  const rows = await db().reviewEntry.findMany({
    where: { learnerId },
    orderBy: { questionId: 'asc' },
  })
  return rows.map(({ questionId, grade }) => [questionId, grade])
}
const firstOf = async (viewer: Parameters<typeof findReviewSet>[0], now: Date) =>
  the((await findReviewSet(viewer, now)).items[0])

describe('a review', () => {
  const tomorrow = daysAfter(noon, 1)
  const ready = async (right = 0) => {
    const viewer = await newMember()
    await practised(viewer, await newQuiz(1), 1, right, noon)
    return viewer
  }

  it('is right at once, at the second try, wrong twice, or given up', async () => {
    for (const [answers, grade] of [
      [['true'], 3],
      [['false', 'true'], 2],
      [['false', 'false'], 1],
      [['false', null], 1],
      [[null], 1],
    ] as const) {
      const viewer = await ready()
      for (const [place, value] of answers.entries()) {
        const item = await firstOf(viewer, tomorrow)
        expect(item.hints !== null).toBe(place > 0)
        const isFinal = value === null || place > 0
        const took = await recordReview(viewer, answerTo(item, value, { isFinal }), tomorrow)
        const isLast = place === answers.length - 1
        expect(took).toMatchObject({ ok: true, value: { state: isLast ? 'kept' : 'again' } })
      }
      const [line] = await listReviewedToday(viewer, tomorrow)
      expect(the(line).grade, JSON.stringify(answers)).toBe(grade)
      expect((await findReviewSet(viewer, tomorrow)).items).toEqual([])
    }
  })

  it('keeps an answer once, however often it is sent', async () => {
    const viewer = await ready()
    const sent = answerTo(await firstOf(viewer, tomorrow), 'true')
    const took = await Promise.all(
      Array.from({ length: 5 }, () => recordReview(viewer, sent, tomorrow)),
    )
    for (const each of took)
      expect(each).toEqual({ ok: true, value: { state: 'kept', entryId: sent.id } })
    expect(await gradesOf(viewer.id)).toHaveLength(2)
  })

  it('logs what two devices answer at the same turn, of which one counts that day', async () => {
    const viewer = await ready()
    const item = await firstOf(viewer, tomorrow)
    const sent = [answerTo(item, 'true', { age: 1000 }), answerTo(item, 'false')]
    await Promise.all(sent.map((each) => recordReview(viewer, each, tomorrow)))
    expect(await gradesOf(viewer.id)).toHaveLength(3)
    const { stored, folded } = await cardsOf(viewer)
    expect(stored).toEqual(folded)
    expect(the(stored.get('q1')).reps).toBe(2)
    expect((await findReviewSet(viewer, tomorrow)).done).toBe(1)
  })

  it('counts for the day on which it was given, when it arrives later', async () => {
    const viewer = await ready()
    const sent = answerTo(await firstOf(viewer, tomorrow), 'true', { age: 3 * 86_400_000 })
    await recordReview(viewer, sent, daysAfter(noon, 4))
    expect(the((await cardsOf(viewer)).stored.get('q1')).lastOn).toBe('2026-11-23')
  })

  it('is logged twenty times a day for a question and no more, however fast a script answers', async () => {
    const viewer = await ready()
    const item = await firstOf(viewer, tomorrow)
    const took = await Promise.all(
      Array.from({ length: 30 }, () => recordReview(viewer, answerTo(item, 'false'), tomorrow)),
    )
    expect(took.filter(({ ok }) => ok)).toHaveLength(20)
    const next = await recordReview(viewer, answerTo(item, 'true'), daysAfter(tomorrow, 1))
    expect(next.ok).toBe(true)
  })

  it('refuses a turn that has not come, a question of another version, and a stranger', async () => {
    const viewer = await ready()
    const stranger = await newMember()
    const item = await firstOf(viewer, tomorrow)
    const other = await newQuiz(1)
    const foreign = await db().quiz.findUniqueOrThrow({ where: { id: other.id } })
    const tries: [typeof viewer, Partial<ReturnType<typeof answerTo>>][] = [
      [viewer, { turn: item.turn + 1 }],
      [viewer, { questionId: 'q9' }],
      [viewer, { versionId: crypto.randomUUID() }],
      [viewer, { courseSlug: 'elsewhere' }],
      [stranger, {}],
    ]
    expect(foreign.currentId).not.toBeNull()
    for (const [who, more] of tries)
      expect(
        await rowsChangedBy(async () =>
          expect(await recordReview(who, answerTo(item, 'true', more), tomorrow)).toEqual({
            ok: false,
            rejection: 'unknown',
          }),
        ),
      ).toEqual([])
  })

  it('is explained with its sentence, and to nobody else', async () => {
    const viewer = await ready()
    const sent = answerTo(await firstOf(viewer, tomorrow), 'false')
    await recordReview(viewer, sent, tomorrow)
    const found = the(await findReviewed(viewer, sent.id))
    expect(found).toMatchObject({ grade: 1, answers: ['false'], mayBeEasy: false })
    expect(found.explanation).toMatchObject({ id: 'q1', verdict: 'wrong' })
    expect(found.dueOn > '2026-11-23').toBe(true)
    expect(await findReviewed(await newMember(), sent.id)).toBeNull()
  })

  it('is easy by the learner’s own word alone, and comes back later for it', async () => {
    const viewer = await ready(1)
    const later = daysAfter(noon, 3)
    const sent = answerTo(await firstOf(viewer, later), 'true')
    await recordReview(viewer, sent, later)
    const before = the((await cardsOf(viewer)).stored.get('q1'))
    expect(await recordEasy(await newMember(), sent.id)).toBe(false)
    expect(await recordEasy(viewer, sent.id)).toBe(true)
    const { stored, folded } = await cardsOf(viewer)
    expect(the(stored.get('q1')).stability).toBeGreaterThan(before.stability)
    expect(stored).toEqual(folded)
    const wrong = await ready()
    const given = answerTo(await firstOf(wrong, tomorrow), 'false')
    await recordReview(wrong, given, tomorrow)
    expect(await recordEasy(wrong, given.id)).toBe(false)
  })

  it('comes from the log alone after any history: quizzes, reviews, zones, late arrivals', async () => {
    const step = fc.oneof(
      fc.record({ what: fc.constant('quiz' as const), right: fc.integer({ min: 0, max: 3 }) }),
      fc.record({
        what: fc.constant('review' as const),
        isRight: fc.boolean(),
        late: fc.integer({ min: 0, max: 4 }),
        zone: fc.constantFrom('UTC', 'Pacific/Auckland', 'America/Los_Angeles'),
      }),
      fc.record({ what: fc.constant('easy' as const) }),
    )
    const history = fc.array(fc.tuple(fc.integer({ min: 0, max: 12 }), step), {
      minLength: 3,
      maxLength: 8,
    })
    await fc.assert(
      fc.asyncProperty(history, async (steps) => {
        const viewer = await newMember()
        const quiz = await newQuiz(3)
        let now = noon
        let last: string | null = null
        let kept = 0
        for (const [wait, each] of steps) {
          now = daysAfter(now, wait)
          if (each.what === 'quiz') await practised(viewer, quiz, 3, each.right, now)
          if (each.what === 'easy' && last) await recordEasy(viewer, last)
          if (each.what !== 'review') continue
          const item: ReviewItem | undefined = (await findReviewSet(viewer, now)).items[0]
          if (!item) continue
          const sent = answerTo(item, String(each.isRight), {
            ...{ age: each.late * 86_400_000, timeZone: each.zone },
          })
          await recordReview(viewer, sent, now)
          last = sent.id
          kept++
        }
        await takeUpAnswers(viewer, now)
        const { stored, folded } = await cardsOf(viewer)
        expect(stored).toEqual(folded)
        const reviews = await db().reviewEntry.count({
          where: { learnerId: viewer.id, source: 'review' },
        })
        expect(reviews).toBe(kept)
      }),
      { numRuns: 25 },
    )
  })
})
