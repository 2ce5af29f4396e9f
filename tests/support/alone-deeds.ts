import type { Page } from '@playwright/test'
import { allRight, certified, reviewedOnce, takeUp, userOf } from './alone'
import { becomeMember } from './forms'
import { COURSE, QUIZ } from './quizzes'
import { submit } from './school'

interface AloneDeed {
  by: Page
  at: string
  text: string
  fields?: Record<string, string>
}

/** The actions of somebody who learns alone, with all that makes them possible; by two people. */
export async function aloneDeeds(
  alone: Page,
  taker: Page,
): Promise<{ emails: string[]; deeds: Record<string, AloneDeed> }> {
  const lone = await becomeMember(alone, 'Lone')
  const redoing = await submit(alone, QUIZ, 'Begin to practise')
  await submit(alone, `${redoing}/review`, 'Finish')
  const loneId = await userOf(lone)
  const held = await certified(loneId, lone.name)
  const keeper = await becomeMember(taker, 'Keeper')
  const keeperId = await userOf(keeper)
  await allRight(keeperId)
  await takeUp(taker)
  const entry = await reviewedOnce(keeperId)
  return {
    emails: [lone.email, keeper.email],
    deeds: {
      redoMissed: { by: alone, at: `${redoing}/result`, text: 'Practise' },
      setReview: {
        by: alone,
        at: '/review/settings',
        text: 'name="dailyCap"',
        fields: { dailyCap: '7', timeZone: 'Europe/Paris' },
      },
      setGoal: {
        by: alone,
        at: '/progress',
        text: 'name="weeklyGoal"',
        fields: { weeklyGoal: '3' },
      },
      sayEasy: { by: taker, at: `/review?done=${entry}`, text: 'That was easy' },
      answerReview: { by: taker, at: '/review', text: 'name="turn"', fields: { go: 'unknown' } },
      startMixed: { by: taker, at: COURSE, text: 'Begin the mixed quiz' },
      makeCertificate: {
        by: taker,
        at: `${COURSE}/certificate`,
        text: 'Make my certificate',
        fields: { name: 'Keeper' },
      },
      withdraw: { by: alone, at: `/certificates/${held}?withdraw=1`, text: 'name="id"' },
      // The last one: nobody is left to do anything more.
      erase: {
        by: alone,
        at: '/account/data/erase',
        text: 'name="password"',
        fields: { password: lone.password },
      },
    },
  }
}
