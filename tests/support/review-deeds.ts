import { takeUpAnswers } from '@/lib/data/review-log'
import { countDue, findReviewSet } from '@/lib/data/review-sets'
import { findReviewed, listReviewedToday, recordEasy, recordReview } from '@/lib/data/reviews'
import { findSettings, recordSettings } from '@/lib/data/study-settings'
import type { Viewer } from '@/lib/domain/viewer'
import { type Deed, late, own, ownNames } from './deed'
import { answerTo, daysAfter } from './reviews'
import { the } from './the'

const someday = daysAfter(late, 40)
const told = ownNames

/** A review of the viewer's own, right at once; the id of its entry. */
async function reviewed(viewer: Viewer): Promise<string> {
  const { items } = await findReviewSet(viewer, someday)
  const sent = answerTo(the(items[0]), 'true')
  await recordReview(viewer, sent, someday)
  return sent.id
}

/** What comes back to a learner is theirs alone: that others find nothing is held in reviews.test.ts. */
export const reviewDeeds: Record<string, Deed[]> = {
  'review-log.takeUpAnswers': own(true, (viewer) => takeUpAnswers(viewer, late)),
  'review-sets.findReviewSet': own(true, (viewer) => findReviewSet(viewer, someday), told),
  'review-sets.countDue': own(false, (viewer) => countDue(viewer, someday)),
  'reviews.recordReview': own(true, reviewed, told),
  'reviews.findReviewed': own(
    true,
    async (viewer) => findReviewed(viewer, await reviewed(viewer)),
    told,
  ),
  'reviews.recordEasy': own(true, async (viewer) => recordEasy(viewer, await reviewed(viewer))),
  'reviews.listReviewedToday': own(
    true,
    async (viewer) => {
      await reviewed(viewer)
      return listReviewedToday(viewer, someday)
    },
    told,
  ),
  'study-settings.findSettings': own(false, (viewer) => findSettings(viewer)),
  'study-settings.recordSettings': own(true, (viewer) => recordSettings(viewer, { dailyCap: 7 })),
}
