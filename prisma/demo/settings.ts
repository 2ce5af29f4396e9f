import { type Rules, rulesSchema, SHOWABLES } from '@/lib/domain/assignment'
import type { Moment } from './moment'

/** When somebody sits down to a quiz: in the lesson, or in an evening of their own. */
type Sitting = 'in class' | 'at home'

export interface DemoSetting {
  slug: string
  assignedAt: Moment
  opensAt: Moment | null
  dueAt: Moment | null
  closesAt: Moment
  rules: Rules
  sitting: Sitting
  /** Usernames: who has no attempt, who came late, who tried twice, whom the clock stopped. */
  missing: readonly string[]
  late: readonly string[]
  twice: readonly string[]
  stopped: readonly string[]
  excused: readonly string[]
  /** Who has dates of their own. */
  later: { username: string; dueAt: Moment; closesAt: Moment } | null
  /** Those at it now; only where it is still open. */
  underWay: readonly string[]
}

const NOTHING = {
  missing: [],
  late: [],
  twice: [],
  stopped: [],
  excused: [],
  later: null,
  underWay: [],
}
const all = [...SHOWABLES]

/** Three quizzes that are over, each by other rules, and one that is open. */
export const SETTINGS: readonly DemoSetting[] = [
  {
    ...NOTHING,
    slug: 'the-meeting-in-paris',
    assignedAt: [-24, '10:30'],
    opensAt: null,
    dueAt: [-17, '18:00'],
    closesAt: [-14, '18:00'],
    rules: rulesSchema.parse({
      attempts: 2,
      grading: 'highest',
      review: { during: [], afterSubmission: ['score', 'correctness'], afterClose: all },
    }),
    sitting: 'at home',
    missing: ['rafael.silva', 'yusuf.kaya'],
    late: ['demo-jonas', 'bruno.costa'],
    twice: [
      'demo-amina',
      'ana.petrovic',
      'daniyar.omarov',
      'liam.obrien',
      'viktor.novak',
      'mei.chen',
    ],
  },
  {
    ...NOTHING,
    slug: 'who-is-at-the-table',
    assignedAt: [-12, '10:30'],
    opensAt: [-9, '10:00'],
    dueAt: null,
    closesAt: [-9, '10:45'],
    rules: rulesSchema.parse({
      minutes: 15,
      attempts: 1,
      shuffleQuestions: true,
      review: { during: [], afterSubmission: ['score'], afterClose: all },
    }),
    sitting: 'in class',
    missing: ['yusuf.kaya', 'emeka.nwosu'],
    stopped: ['juan.ortega', 'gustav.holm', 'rafael.silva'],
    excused: ['emeka.nwosu'],
  },
  {
    ...NOTHING,
    slug: 'einstein-probe',
    assignedAt: [-8, '10:30'],
    opensAt: null,
    dueAt: [-4, '18:00'],
    closesAt: [-2, '18:00'],
    rules: rulesSchema.parse({
      minutes: 30,
      attempts: 2,
      grading: 'last',
      late: 'deducted',
      latePercent: 10,
      review: { during: [], afterSubmission: ['score'], afterClose: all },
    }),
    sitting: 'at home',
    missing: ['yusuf.kaya', 'bruno.costa', 'nils.eriksen'],
    late: ['juan.ortega', 'samir.haddad', 'ioana.marin'],
    twice: ['demo-jonas', 'chiara.ricci', 'fatima.zahra', 'olivia.dubois'],
    later: { username: 'emeka.nwosu', dueAt: [-2, '18:00'], closesAt: [-1, '18:00'] },
  },
  {
    ...NOTHING,
    slug: 'smile',
    assignedAt: [-2, '10:30'],
    opensAt: null,
    dueAt: [4, '18:00'],
    closesAt: [6, '18:00'],
    rules: rulesSchema.parse({
      attempts: 1,
      review: { during: [], afterSubmission: ['score'], afterClose: all },
    }),
    sitting: 'at home',
    missing: [
      ...['demo-amina', 'bruno.costa', 'daniyar.omarov', 'emeka.nwosu', 'gustav.holm'],
      ...['juan.ortega', 'liam.obrien', 'nils.eriksen', 'rafael.silva', 'samir.haddad'],
      ...['viktor.novak', 'yusuf.kaya'],
    ],
    underWay: ['demo-jonas', 'ana.petrovic', 'fatima.zahra', 'olivia.dubois', 'thandiwe.moyo'],
  },
]

/**
 * A question that those who know much get wrong more often than others, and the answer that misleads
 * them: they remember the agreement of 2005. Item analysis has something to say of it.
 */
export const MISLEADING = { question: 'w-04', text: '2005' }
