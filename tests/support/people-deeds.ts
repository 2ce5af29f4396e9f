import { db } from '@/lib/data/db'
import * as people from '@/lib/data/people'
import * as rosters from '@/lib/data/rosters'
import * as staff from '@/lib/data/staff'
import { type Deed, late, members, onClass } from './deed'
import { the } from './the'
import type { ClassName, Person } from './two-classes'

const list = [
  { line: 1, name: 'New pupil', username: null, sourcedId: 'of the list', leftOut: null },
]

/** On one person of the class, whose rows change with it. */
const onPerson = (
  personOf: (name: ClassName) => Person,
  deed: Parameters<typeof onClass>[1] extends infer Given ? Omit<Given, 'run'> : never,
  run: (
    ...given: [...Parameters<Deed['run']>, classId: string, userId: string]
  ) => Promise<unknown>,
  who: 'writers' | 'owners' = 'writers',
): Deed[] =>
  (['A', 'B'] as const).flatMap((name) =>
    onClass(who, {
      ...deed,
      run: (viewer, { id }, world) => run(viewer, world, id, world.people[personOf(name)].id),
    })
      .filter(({ on }) => on === `class ${name}`)
      .map((each) => ({
        ...each,
        concerns: [personOf(name)],
        tells: () => [personOf(name)],
      })),
  )

const student = (name: ClassName): Person => `student${name}`
const teacher = (name: ClassName): Person => `teacher${name}`
const stranger = (): Person => 'stranger'

/** What concerns the students and the staff of a class. */
export const peopleDeeds: Record<string, Deed[]> = {
  'people.findClassPeople': onClass('teachers', {
    run: (viewer, { id }) => people.findClassPeople(viewer, id),
    denied: null,
    writes: false,
    tells: (name) => [
      `class ${name}`,
      `code ${name}`,
      ...members[name].students,
      ...members[name].teachers,
    ],
  }),
  'people.recordExtraTime': onPerson(
    student,
    { denied: false, writes: true },
    (viewer, _, id, who) => people.recordExtraTime(viewer, id, who, 'half'),
  ),
  'people.recordFirstPassword': onPerson(
    student,
    { denied: null, writes: true },
    (viewer, _, id, who) => people.recordFirstPassword(viewer, id, who, 'new hash'),
  ),
  'people.removeStudent': onPerson(student, { denied: false, writes: true }, (viewer, _, id, who) =>
    people.removeStudent(viewer, id, who),
  ),
  'staff.addStaff': onPerson(
    stranger,
    { denied: null, writes: true },
    async (viewer, _, id, who) => {
      const { email } = await db().user.findUniqueOrThrow({ where: { id: who } })
      return staff.addStaff(viewer, id, the(email), 'observer')
    },
    'owners',
  ),
  // A class has at least one teacher, so here nobody may; what a teacher may is in people.test.ts.
  'staff.recordRole': onPerson(teacher, { denied: false, writes: true }, (viewer, _, id, who) =>
    staff.recordRole(viewer, id, who, 'observer'),
  ).map((deed) => ({ ...deed, may: [] })),
  'staff.removeStaff': onPerson(teacher, { denied: false, writes: true }, (viewer, _, id, who) =>
    staff.removeStaff(viewer, id, who),
  ).map((deed) => ({ ...deed, may: [] })),
  'staff.leaveStaff': onClass('teachers', {
    run: (viewer, { id }) => staff.leaveStaff(viewer, id),
    denied: false,
    writes: true,
    // A teacher hands the class on first.
  }).map((deed) => ({ ...deed, may: deed.on === 'class A' ? ['coteacherA', 'observerA'] : [] })),
  'staff.recordKept': onClass('owners', {
    run: (viewer, { id }) => staff.recordKept(viewer, id, '2027-07-31'),
    denied: false,
    writes: true,
  }),
  'staff.recordArchived': onClass('owners', {
    run: (viewer, { id }) => staff.recordArchived(viewer, id, late),
    denied: false,
    writes: true,
  }),
  'rosters.findRosterPlan': onClass('writers', {
    run: (viewer, { id }) => rosters.findRosterPlan(viewer, id, list),
    denied: null,
    writes: false,
  }),
  'rosters.recordRoster': onClass('teachers', {
    run: (viewer, { id }) => rosters.recordRoster(viewer, id, list, ['new hash']),
    denied: null,
    writes: true,
  }),
}
