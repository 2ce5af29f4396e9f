import { v7 as uuid } from 'uuid'
import type { DemoQuiz } from '@/lib/data/demo'
import type { DemoLearner } from '@/lib/data/demo-learner'
import { OPEN_LESSON, READS, REVIEWS, SITTINGS } from './diary'
import { askedFrom, remembered } from './memory'
import { at, ZONE } from './moment'
import { takeAlone } from './sitting'

/** The quizzes that the demo learner takes. */
export const LEARNER_QUIZZES = [...new Set(SITTINGS.map(({ quiz }) => quiz))]

/**
 * Somebody who has learned alone for six weeks as of `now`, as far as the quizzes are published. Ids are
 * new each time; what was answered when is the same on every instance.
 */
export function demoLearner(quizzes: ReadonlyMap<string, DemoQuiz>, now: Date): DemoLearner {
  const id = uuid()
  const attempts = SITTINGS.flatMap((sitting, place) => {
    const quiz = quizzes.get(sitting.quiz)
    return quiz ? [takeAlone(id, quiz, sitting, at(sitting.at, now), `alone/${place}`)] : []
  })
  const [courseSlug = ''] = [...quizzes.values()].map(({ version }) => version.course.slug)
  const published = [...quizzes.values()]
  const evenings = REVIEWS.map((days) => at([days, '21:00'], now))
  const anchor = published.flatMap(({ version }) =>
    Object.values(version.passages)
      .flat()
      .filter(({ lesson }) => lesson === OPEN_LESSON.lesson)
      .map(({ sentenceId }) => sentenceId),
  )[0]
  return {
    ...{ id, name: 'Lea Moreau', username: 'demo-learner', timeZone: ZONE, weeklyGoal: 4 },
    createdAt: at([-43, '18:55'], now),
    attempts,
    reads: READS.map((read) => ({ courseSlug, lessonSlug: read.lesson, readAt: at(read.at, now) })),
    places: anchor
      ? [{ courseSlug, lessonSlug: OPEN_LESSON.lesson, anchor, at: at(OPEN_LESSON.at, now) }]
      : [],
    ...remembered(attempts, evenings, askedFrom(published)),
  }
}
