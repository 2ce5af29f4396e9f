import fc from 'fast-check'
import { afterAll, expect, it } from 'vitest'
import { db, disconnect } from '@/lib/data/db'
import { Prisma } from '@/lib/data/generated/client'
import { takeUpAnswers } from '@/lib/data/review-log'
import { toldBy } from '@/lib/data/told'
import {
  EXTRA_TIMES,
  type Exception,
  lastCloseOf,
  rulesSchema,
  SHOWABLES,
  shownNow,
} from '@/lib/domain/assignment'
import { answer, begin, handIn, newQuiz } from '@/tests/support/attempts'
import { newClass, newMember } from '@/tests/support/people'
import { DAY, daysAfter } from '@/tests/support/reviews'
import { the } from '@/tests/support/the'
import { after, noon } from '@/tests/support/versions'

afterAll(disconnect)

const HOUR = 60 * 60_000
const at = (hours: number | null) =>
  hours === null ? null : new Date(noon.getTime() + hours * HOUR)
const hours = fc.option(fc.integer({ min: -96, max: 96 }))
const shown = fc.subarray([...SHOWABLES])
const cases = fc.record({
  rules: fc.record(
    {
      minutes: fc.option(fc.integer({ min: 1, max: 600 })),
      review: fc.record({ during: fc.constant([]), afterSubmission: shown, afterClose: shown }),
    },
    { requiredKeys: [] },
  ),
  closesAt: hours,
  extraTime: fc.constantFrom(...EXTRA_TIMES),
  exception: fc.option(fc.record({ closesAt: fc.option(hours, { nil: undefined }) })),
  underWay: fc.option(fc.record({ deadline: hours })),
})

it('answers of a class come back no sooner than its rules show how they came out', async () => {
  const [teacher, student, other] = [await newMember(), await newMember(), await newMember()]
  const quiz = await newQuiz(2)
  const { id: classId, assignments } = await newClass(teacher, [student, other], [quiz.id])
  const id = the(assignments[0])
  const seat = { classId_userId: { classId, userId: other.id } }
  const told = { yes: 0, no: 0 }
  await fc.assert(
    fc.asyncProperty(cases, async ({ rules, closesAt, extraTime, exception, underWay }) => {
      await db().attempt.deleteMany({ where: { assignmentId: id } })
      await db().exception.deleteMany({ where: { assignmentId: id } })
      await db().assignment.update({ where: { id }, data: { rules, closesAt: at(closesAt) } })
      await db().membership.update({ where: seat, data: { extraTime } })
      const own: Exception | null = exception && { extraAttempts: 0, isExcused: false }
      if (own && exception?.closesAt !== undefined) own.closesAt = at(exception.closesAt)
      if (own)
        await db().exception.create({
          data: {
            ...{ assignmentId: id, userId: other.id, closesAt: own.closesAt ?? null },
            set: own.closesAt === undefined ? [] : ['closesAt'],
          },
        })
      if (underWay) {
        const open = await begin(teacher, quiz, { mode: 'test', now: noon })
        const data = { assignmentId: id, number: 1, deadline: at(underWay.deadline) }
        await db().attempt.update({ where: { id: open }, data })
      }
      const read = rulesSchema.parse(rules)
      const lastClose = lastCloseOf(
        { opensAt: null, dueAt: null, closesAt: at(closesAt) },
        read,
        [{ extraTime, exception: own }],
        {
          isEndless: underWay !== null && underWay.deadline === null,
          lastDeadline: at(underWay?.deadline ?? null),
        },
      )
      const isShown = (now: Date) =>
        shownNow(read.review, { submittedAt: noon, lastClose }, now).has('correctness')
      const [row] = await db().$queryRaw<{ told: boolean }[]>(
        Prisma.sql`select ${toldBy(noon)} is true as told from "Assignment" s where s.id = ${id}::uuid`,
      )
      const isTold = the(row).told
      told[isTold ? 'yes' : 'no']++
      // What was shown once is known, even if the close takes it back.
      const wasShown = read.review.afterSubmission.includes('correctness')
      if (isTold) expect(isShown(noon) || wasShown).toBe(true)
      else if (!underWay) expect(isShown(new Date(noon.getTime() - 3 * DAY))).toBe(false)
    }),
    { numRuns: 300 },
  )
  expect(Math.min(told.yes, told.no)).toBeGreaterThan(20)
})

it('a class under the usual rules feeds what comes back, once it is closed for everybody', async () => {
  const [teacher, student] = [await newMember(), await newMember()]
  const quiz = await newQuiz(2)
  const { assignments } = await newClass(teacher, [student], [quiz.id])
  const id = the(assignments[0])
  await db().assignment.update({ where: { id }, data: { rules: {}, closesAt: after(60) } })
  const attempt = await begin(student, quiz, { assignmentId: id, now: noon })
  await answer(student, attempt, { q1: 'true', q2: 'false' }, noon)
  await handIn(student, attempt, after(1))
  const cards = () => db().reviewCard.count({ where: { learnerId: student.id } })
  await takeUpAnswers(student, after(2))
  expect(await cards()).toBe(0)
  await takeUpAnswers(student, daysAfter(noon, 2))
  expect(await cards()).toBe(2)
})
