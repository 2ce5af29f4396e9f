import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { adoptGuest, findHoldings } from '@/lib/data/adoption'
import { db, disconnect } from '@/lib/data/db'
import { recordLessonRead } from '@/lib/data/progress'
import { takeUpAnswers } from '@/lib/data/review-log'
import { findSettings, recordSettings } from '@/lib/data/study-settings'
import type { Viewer } from '@/lib/domain/viewer'
import { newQuiz, type PublishedQuiz } from '@/tests/support/attempts'
import { newGuest, newMember } from '@/tests/support/people'
import { cardsOf, daysAfter, practised, reviewAll } from '@/tests/support/reviews'
import { noon } from '@/tests/support/versions'

afterAll(disconnect)

const entriesOf = async ({ id: learnerId }: Viewer) =>
  (await db().reviewEntry.findMany({ where: { learnerId }, select: { id: true } }))
    .map(({ id }) => id)
    .sort()

/** Quizzes and reviews on some days: what each of them got right. */
async function study(viewer: Viewer, quiz: PublishedQuiz, days: readonly number[]): Promise<void> {
  for (const [place, right] of days.entries()) {
    const now = daysAfter(noon, place * 3)
    if (place % 2 === 0) await practised(viewer, quiz, 3, right, now)
    await reviewAll(viewer, now, (questionId) => Number(questionId.slice(1)) <= right)
    await recordLessonRead(viewer, 'course', `lesson-${right}`)
  }
  await takeUpAnswers(viewer, daysAfter(noon, days.length * 3))
}

describe('what a guest brings into an account', () => {
  it('is neither lost nor counted twice, whatever both have done', async () => {
    const days = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 4 })
    await fc.assert(
      fc.asyncProperty(days, days, fc.boolean(), async (ofGuest, ofMember, isSame) => {
        const [guest, member] = [await newGuest(), await newMember()]
        const quiz = await newQuiz(3)
        await study(guest, quiz, ofGuest)
        await study(member, isSame ? quiz : await newQuiz(3), ofMember)
        const both = [...(await entriesOf(guest)), ...(await entriesOf(member))].sort()
        const [held, had] = [await findHoldings(guest), await findHoldings(member)]
        expect(await adoptGuest(guest, member.id)).toEqual(held)
        expect(await entriesOf(member)).toEqual(both)
        const { stored, folded } = await cardsOf(member)
        expect(stored).toEqual(folded)
        const now = await findHoldings(member)
        expect(now.attempts).toBe(held.attempts + had.attempts)
        expect(now.reviews).toBe(held.reviews + had.reviews)
        const lessons = new Set([...ofGuest, ...ofMember])
        expect(now.lessons).toBe(lessons.size)
      }),
      { numRuns: 15 },
    )
  })

  it('keeps the member’s own settings, and the guest’s where there are none', async () => {
    const [guest, plain, member] = [await newGuest(), await newMember(), await newMember()]
    await recordSettings(guest, { timeZone: 'Europe/Paris', weeklyGoal: 3 })
    await recordSettings(member, { timeZone: 'Asia/Tokyo' })
    await adoptGuest(guest, plain.id)
    expect(await findSettings(plain)).toMatchObject({ timeZone: 'Europe/Paris', weeklyGoal: 3 })
    const other = await newGuest()
    await recordSettings(other, { timeZone: 'Europe/Paris' })
    await adoptGuest(other, member.id)
    expect(await findSettings(member)).toMatchObject({ timeZone: 'Asia/Tokyo' })
  })

  it('leaves the newer of two places in a lesson', async () => {
    const [guest, member] = [await newGuest(), await newMember()]
    const place = (userId: string, lessonSlug: string, anchor: string, at: Date) =>
      db().lessonPlace.create({ data: { userId, courseSlug: 'course', lessonSlug, anchor, at } })
    await place(guest.id, 'one', 'newer', daysAfter(noon, 1))
    await place(member.id, 'one', 'older', noon)
    await place(guest.id, 'two', 'older', noon)
    await place(member.id, 'two', 'newer', daysAfter(noon, 1))
    await adoptGuest(guest, member.id)
    const places = await db().lessonPlace.findMany({ where: { userId: member.id } })
    expect(places.map(({ anchor }) => anchor)).toEqual(['newer', 'newer'])
  })
})
