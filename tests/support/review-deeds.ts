import { v7 as uuid } from 'uuid'
import {
  findOwnCertificate,
  isOwnCertificate,
  recordCertificate,
  revokeCertificate,
} from '@/lib/data/certificates'
import { eraseAccount, findErasable } from '@/lib/data/erasure'
import { findEvidence } from '@/lib/data/evidence'
import { forgetPlace, listPlaces, recordPlace } from '@/lib/data/lesson-places'
import { findOwnData } from '@/lib/data/own-data'
import { listDeck } from '@/lib/data/own-deck'
import { takeUpAnswers } from '@/lib/data/review-log'
import { countDue, findPresented, findReviewSet } from '@/lib/data/review-sets'
import { findReviewed, listReviewedToday, recordEasy, recordReview } from '@/lib/data/reviews'
import { findStanding } from '@/lib/data/standing'
import { startChosen } from '@/lib/data/starts'
import { findCardLog, findStudyHistory } from '@/lib/data/study-history'
import { findSettings, recordSettings } from '@/lib/data/study-settings'
import type { Viewer } from '@/lib/domain/viewer'
import { classesOf, type Deed, everybody, late, own, ownNames } from './deed'
import { answerTo, daysAfter } from './reviews'
import { the } from './the'
import type { Person } from './two-classes'

const someday = daysAfter(late, 40)
const told = ownNames
const classesTold = (viewer: Person) => classesOf(viewer).map((name) => `class ${name}`)
const PLACE = { lessonSlug: 'lesson', anchor: 's-1', at: late }

const NOBODYS = '00000000-0000-7000-8000-000000000000'
const made = () => ({
  ...{ id: uuid(), courseSlug: 'course', courseTitle: 'A course', name: 'As wanted' },
  ...{ issuedAt: late, credential: 'signed' },
})

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
  'own-data.findOwnData': own(
    false,
    (viewer) => findOwnData(viewer),
    (viewer) => [
      ...told(viewer),
      ...classesTold(viewer),
      ...classesOf(viewer).map((name) => `assignment ${name}`),
    ],
  ),
  'erasure.findErasable': own(false, (viewer) => findErasable(viewer), classesTold),
  // The only teacher of a class hands it on first.
  'erasure.eraseAccount': [
    {
      on: 'their own account',
      may: everybody.filter((each) => !['teacherA', 'teacherB'].includes(each)),
      run: async (viewer) => ((await eraseAccount(viewer, 'Erased')) ? 'refused' : 'erased'),
      denied: 'refused',
      writes: true,
      concerns: ['class A', 'class B', 'assignment A', 'assignment B'],
      tells: () => [],
    },
  ],
  'own-deck.listDeck': own(false, (viewer) => listDeck(viewer), told),
  'certificates.findOwnCertificate': own(false, (viewer) => findOwnCertificate(viewer, 'course')),
  'certificates.isOwnCertificate': own(false, (viewer) => isOwnCertificate(viewer, NOBODYS)),
  'certificates.recordCertificate': own(true, (viewer) => recordCertificate(viewer, made())),
  'certificates.revokeCertificate': own(true, async (viewer) =>
    revokeCertificate(viewer, await recordCertificate(viewer, made()), late),
  ),
  'lesson-places.listPlaces': own(false, (viewer) => listPlaces(viewer, 'course'), told),
  'lesson-places.recordPlace': own(true, (viewer) => recordPlace(viewer, 'course', PLACE)),
  'lesson-places.forgetPlace': own(true, async (viewer) => {
    await recordPlace(viewer, 'course', { ...PLACE, lessonSlug: 'left' })
    await recordPlace(viewer, 'course', PLACE)
    await forgetPlace(viewer, 'course', PLACE.lessonSlug)
  }),
  'evidence.findEvidence': own(false, (viewer) => findEvidence(viewer, 'course', late), told),
  // An attempt says for which assignment it was made; only who made one is told.
  'standing.findStanding': own(
    false,
    (viewer) => findStanding(viewer, 'course', late),
    (viewer) => [...told(viewer), ...classesOf(viewer).map((name) => `assignment ${name}`)],
  ),
  'starts.startChosen': own(
    true,
    (viewer, { versionId }) =>
      startChosen(viewer, { versionId, purpose: 'redo', only: ['q1'] }, 'a seed', late),
    told,
  ),
  'review-sets.findPresented': own(false, (viewer, { versionId }) =>
    findPresented(viewer, { courseSlug: 'course', questionId: 'q1', versionId, turn: 1 }),
  ),
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
  'study-history.findStudyHistory': own(false, (viewer) => findStudyHistory(viewer, late), told),
  'study-history.findCardLog': own(false, (viewer) => findCardLog(viewer, 'course', 'q1'), told),
  'study-settings.findSettings': own(false, (viewer) => findSettings(viewer)),
  'study-settings.recordSettings': own(true, (viewer) => recordSettings(viewer, { dailyCap: 7 })),
}
