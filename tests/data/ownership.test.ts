import { readdirSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { findAttempt } from '@/lib/data/attempts'
import { disconnect } from '@/lib/data/db'
import { findGradeDetails } from '@/lib/data/grade-details'
import { begin, handIn } from '@/tests/support/attempts'
import type { Deed } from '@/tests/support/deed'
import { deeds } from '@/tests/support/deeds'
import { emptyTables, rowsChangedBy } from '@/tests/support/rows'
import { the } from '@/tests/support/the'
import { PEOPLE, type Person, type TwoClasses, twoClasses } from '@/tests/support/two-classes'

afterAll(disconnect)

const folder = path.resolve('lib/data')
const modules = readdirSync(folder).filter((name) => name.endsWith('.ts'))

/** Functions that nobody in particular asks: they read no person's rows, or make the asker. */
const ASKED_BY_NOBODY = [
  'administration.endSessionsOf',
  'administration.findAccountBy',
  'administration.recordGivenPassword',
  'again.again',
  'again.sqlState',
  'certificates.findCertificate',
  'certificates.listRevoked',
  'classes.findByCode',
  'db.db',
  'db.disconnect',
  'demo-learner.recordLearner',
  'demo-learner.recordMemory',
  'demo.recordDemo',
  'exceptions.dateOf',
  'exceptions.toException',
  'pool.closePools',
  'pool.pool',
  'pool.queryPrepared',
  'pool.searches',
  'presence.sweepPresence',
  'quizzes.contentHash',
  'quizzes.findCurrent',
  'quizzes.findVersion',
  'quizzes.hasContent',
  'quizzes.listQuizzes',
  'quizzes.publishQuiz',
  'retention.eraseClass',
  'retention.listKept',
  'retention.listOver',
  'retention.recordKeptUntil',
  'rollup-store.packSummary',
  'rollup-store.packWhole',
  'rollup-store.unpackSummary',
  'rollup-store.unpackWhole',
  'rollups.foldAssignment',
  'rollups.foldBatch',
  'rollups.listWaiting',
  'save.saveBySession',
  'save.toJson',
  'search.publishPassages',
  'search.searchCourse',
  'sessions.deleteSession',
  'sessions.findSessionUser',
  'sessions.recordSession',
  'sessions.recordSignIn',
  'set-quizzes.setQuizzes',
  'set-quizzes.toSetQuiz',
  'signing-keys.ensureSigningKey',
  'signing-keys.listPublicKeys',
  'submissions.submitOverdue',
  'tallies.makeTallies',
  'tallies.readTallies',
  'tallies.writeTallies',
  'taken.toTaken',
  'throttle.clearTries',
  'throttle.countTry',
  'throttle.sweepThrottle',
  'told.toldBy',
  'transaction.inTransaction',
  'transaction.isOfDatabase',
  'transaction.isTaken',
  'users.createGuest',
  'users.createMember',
  'users.findCredentials',
  'users.sweepGuests',
]

/** Parts of a function that takes a viewer: they run in its transaction, after it has asked. */
const ASKED_BEFORE = [
  'attempts.readAttempt',
  'attempts.readHandedIn',
  'grade-changes.recordGradeChanges',
  'gradebook-refresh.refreshGradebook',
  'rescore.recordEarned',
  'rescore.recordScores',
  'rescore.rescore',
  'review-log.holdLog',
  'review-log.refoldCards',
  'rollups.recountLearners',
  'seat.holdSeat',
]

describe('the matrix of who may do what', () => {
  it('names every exported function of the data layer', async () => {
    const exported = await Promise.all(
      modules.map(async (name) => {
        const found: object = await import(path.join(folder, name))
        return Object.entries(found).flatMap(([each, value]) =>
          typeof value === 'function' ? [`${path.basename(name, '.ts')}.${each}`] : [],
        )
      }),
    )
    expect(exported.flat().sort()).toEqual(
      [...Object.keys(deeds), ...ASKED_BY_NOBODY, ...ASKED_BEFORE].sort(),
    )
  })

  it('has those that take a viewer, and no others', () => {
    const takesViewer = modules.flatMap((name) =>
      [...readFileSync(path.join(folder, name), 'utf8').matchAll(DECLARED)].flatMap(
        ([, each, words]) =>
          /: Viewer\b/.test(words ?? '') ? [`${path.basename(name, '.ts')}.${each}`] : [],
      ),
    )
    expect(takesViewer.sort()).toEqual(Object.keys(deeds).sort())
  })
})

/** An exported function or arrow with the words in its parentheses. */
const DECLARED =
  /^export (?:async )?(?:function\*?|const) (\w+)(?:<[^>]*>)?(?: = (?:async )?)?\(([\s\S]*?)\)[:\s]/gm

const secretsBeyond = ({ secrets }: TwoClasses, known: string[]) =>
  [...secrets].flatMap(([owner, texts]) => (known.includes(owner) ? [] : texts))

/** Fails where the answer holds anything that this person must not learn. */
function expectNoLeak(result: unknown, world: TwoClasses, deed: Deed, person: Person) {
  const told = JSON.stringify(result) ?? ''
  const known = [person, ...(deed.may.includes(person) ? (deed.tells?.(person) ?? []) : [])]
  for (const secret of secretsBeyond(world, known)) expect(told).not.toContain(secret)
  const others = PEOPLE.filter((each) => !known.includes(each))
  for (const other of others) expect(told).not.toMatch(new RegExp(`"name":"${other}"`))
}

const all = Object.entries(deeds).flatMap(([name, list]) =>
  list.map((deed) => [name, deed.on, deed] as const),
)

describe('who may not', () => {
  it.each(all)('%s, %s: is told nothing and changes no row', async (_name, _on, deed) => {
    const world = await sharedWorld()
    for (const person of PEOPLE.filter((each) => !deed.may.includes(each))) {
      const changed = await rowsChangedBy(async () => {
        const result = await deed.run(world.people[person], world)
        expect(result, person).toEqual(deed.denied)
        expectNoLeak(result, world, deed, person)
      })
      expect(changed, person).toEqual([])
    }
  })
})

let shared: Promise<TwoClasses> | undefined
/** Nothing changes it, as the tests above hold. */
const sharedWorld = () => {
  shared ??= twoClasses()
  return shared
}

describe('who may', () => {
  it.each(all.filter(([, , { writes }]) => !writes))(
    '%s, %s: is told that and no more, and changes no row',
    async (_name, _on, deed) => {
      const world = await sharedWorld()
      for (const person of deed.may) {
        const changed = await rowsChangedBy(async () => {
          const result = await deed.run(world.people[person], world)
          expect(result, person).not.toEqual(deed.denied)
          expectNoLeak(result, world, deed, person)
        })
        expect(changed, person).toEqual([])
      }
    },
  )
})

describe('who may, where it writes', () => {
  // A look at all rows takes the longer the more worlds there are; these tests make their own.
  beforeEach(emptyTables)

  it.each(all.filter(([, , { writes, may }]) => writes && may.length > 0))(
    '%s, %s: changes rows, and none of anybody else’s',
    async (_name, _on, deed) => {
      let world = await twoClasses()
      for (const [at, person] of deed.may.entries()) {
        // What one of them has done could not be done again; what is one's own is nobody else's.
        if (at > 0 && deed.on !== 'their own') world = await twoClasses()
        const changed = await rowsChangedBy(async () => {
          const result = await deed.run(world.people[person], world)
          if (deed.denied !== undefined) expect(result, person).not.toEqual(deed.denied)
          expectNoLeak(result, world, deed, person)
        })
        expect(changed, person).not.toEqual([])
        const foreign = foreignTo(world, person, deed)
        for (const row of changed) for (const id of foreign) expect(row, person).not.toContain(id)
      }
    },
  )
})

it('shows a teacher what is handed in to their class, and nothing of what is still open', async () => {
  const { people, classes, quiz } = await twoClasses()
  const assignmentId = the(classes.A.assignments[0])
  const id = await begin(people.studentA, quiz, { assignmentId })
  expect(await findAttempt(people.teacherA, id)).toBeNull()
  const place = { classId: classes.A.id, quizId: quiz.id, studentId: people.studentA.id }
  const details = await findGradeDetails(people.teacherA, place)
  const open = details?.attempts.find((each) => each.id === id)
  expect(open).toMatchObject({ submittedAt: null, earned: null, points: null })
  await handIn(people.studentA, id)
  expect((await findAttempt(people.teacherA, id))?.learner.id).toBe(people.studentA.id)
  expect(await findAttempt(people.teacherB, id)).toBeNull()
})

/** The ids of everybody and everything that this deed of this person's has nothing to do with. */
function foreignTo(world: TwoClasses, person: Person, deed: Deed): string[] {
  const heir = deed.on.includes('for the stranger') ? ['stranger'] : []
  const near: string[] = [person, ...heir, ...(deed.concerns ?? []), deed.on]
  return [
    ...PEOPLE.filter((each) => !near.includes(each)).map((each) => world.people[each].id),
    ...(['A', 'B'] as const)
      .filter((name) => !near.includes(`class ${name}`))
      .map((name) => world.classes[name].id),
    ...[...world.attempts].flatMap(([name, id]) =>
      near.some((each) => name === each || name.startsWith(`${each} `)) ? [] : [id],
    ),
  ]
}
