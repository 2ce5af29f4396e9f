import { adoptGuest, findHoldings, listRivalAttempts } from '@/lib/data/adoption'
import { findAssignment, findSetting, recordAssignment } from '@/lib/data/assignments'
import { findAttempt } from '@/lib/data/attempts'
import * as classes from '@/lib/data/classes'
import { askClock } from '@/lib/data/presence'
import { findProgress, recordLessonRead } from '@/lib/data/progress'
import * as responses from '@/lib/data/responses'
import * as save from '@/lib/data/save'
import * as sessions from '@/lib/data/sessions'
import { startAssigned, startAttempt } from '@/lib/data/starts'
import * as users from '@/lib/data/users'
import { analysisDeeds } from './analysis-deeds'
import { handIn } from './attempts'
import { correctionDeeds } from './correction-deeds'
import {
  attemptNames,
  classesOf,
  classNames,
  type Deed,
  idOf,
  late,
  learnerOf,
  members,
  onClass,
  onOpen,
  own,
  ownNames,
  teacherOf,
} from './deed'
import { examDeeds } from './exam-deeds'
import { gradebookDeeds } from './gradebook-deeds'
import { lateDeeds } from './late-deeds'
import { NO_DATES, newCode, OPEN_RULES, viewerOf } from './people'
import { peopleDeeds } from './people-deeds'
import { recordDeeds } from './record-deeds'
import { reviewDeeds } from './review-deeds'
import { the } from './the'
import { PEOPLE, type Person } from './two-classes'

const member = { name: 'New name', email: 'new-name@example.org', passwordHash: 'new hash' }
const newPupil = () => ({
  name: 'New pupil',
  username: `new-pupil-${newCode()}`,
  passwordHash: 'new hash',
})

/** Every function of lib/data that takes a viewer. One that is missing here fails the tests. */
export const deeds: Record<string, Deed[]> = {
  ...analysisDeeds,
  ...correctionDeeds,
  ...examDeeds,
  ...lateDeeds,
  ...gradebookDeeds,
  ...peopleDeeds,
  ...recordDeeds,
  ...reviewDeeds,
  'starts.startAttempt': own(true, (viewer, { quiz }) =>
    startAttempt(viewer, { ...quiz, mode: 'test' }, 'a seed', late),
  ),
  'starts.startAssigned': onClass('students', {
    run: (viewer, { assignments }) =>
      startAssigned(
        viewer,
        { ...NO_DATES, id: the(assignments[0]), rules: OPEN_RULES },
        { number: 9, deadline: null },
        'a seed',
        late,
      ),
    denied: null,
    writes: true,
  }).map((deed) => ({
    ...deed,
    // Who teaches a class may take what is set in it; who observes it changes nothing.
    may: [...deed.may, ...members[deed.on === 'class A' ? 'A' : 'B'].writers],
  })),
  // Of what is handed in it notes nothing, and of what is open that its page is there.
  'presence.askClock': attemptNames.map((name) => ({
    on: name,
    may: learnerOf(name),
    run: (viewer, world) => askClock(viewer, idOf(world, name), null, late),
    denied: null,
    writes: name.endsWith(' open'),
  })),
  'assignments.findAssignment': onClass('students', {
    run: (viewer, { assignments }) => findAssignment(viewer, the(assignments[0])),
    denied: null,
    writes: false,
  }).map((deed) => {
    const name = deed.on === 'class A' ? 'A' : 'B'
    return {
      ...deed,
      may: [...deed.may, ...members[name].teachers],
      tells: (viewer: Person) => [deed.on, `assignment ${name}`, `${viewer} in ${name}`],
    }
  }),
  'assignments.recordAssignment': onClass('teachers', {
    run: (viewer, { id }, { other }) =>
      recordAssignment(viewer, id, other.id, NO_DATES, OPEN_RULES),
    denied: null,
    writes: true,
  }),
  'assignments.findSetting': onClass('writers', {
    run: (viewer, { id }, { quiz }) => findSetting(viewer, id, quiz.id),
    denied: null,
    writes: false,
    tells: (name) => [`assignment ${name}`],
  }),
  'attempts.findAttempt': attemptNames.map((name) => ({
    on: name,
    may: [...learnerOf(name), ...teacherOf(name)],
    run: (viewer, world) => findAttempt(viewer, idOf(world, name)),
    denied: null,
    writes: false,
    tells: () => [
      name,
      ...learnerOf(name),
      `class ${name.slice(-1)}`,
      `assignment ${name.slice(-1)}`,
    ],
  })),
  'submissions.recordSubmission': onOpen((viewer, id) => handIn(viewer, id, late), false),
  'save.saveResponse': onOpen(
    (viewer, attemptId) =>
      save.saveResponse(viewer, { attemptId, questionId: 'q1', value: 'true', base: 0 }, late),
    { state: 'not-found' },
  ),
  'responses.savePage': onOpen(
    (viewer, id) =>
      responses.savePage(
        viewer,
        id,
        [{ questionId: 'q1', value: 'true', base: 0, age: null }],
        late,
      ),
    null,
  ),
  'responses.recordFlag': onOpen(
    (viewer, id) => responses.recordFlag(viewer, id, 'q1', true, late),
    undefined,
  ),
  'responses.recordCheck': onOpen(
    (viewer, id) => responses.recordCheck(viewer, id, 'q1', late),
    undefined,
  ),
  'classes.listClasses': own(
    false,
    (viewer) => classes.listClasses(viewer),
    (viewer) => classesOf(viewer).map((name) => `class ${name}`),
  ),
  'classes.createClass': own(true, (viewer) =>
    classes.createClass(viewer, { name: 'New class', code: newCode(), timeZone: 'UTC' }),
  ),
  'classes.findRole': classNames.map((name) => ({
    on: `class ${name}`,
    may: Object.values(members[name]).flat(),
    run: (viewer, world) => classes.findRole(viewer, world.classes[name].id),
    denied: null,
    writes: false,
  })),
  'classes.joinClass': [
    {
      on: 'a code that nobody has',
      may: [],
      run: (viewer) => classes.joinClass(viewer, newCode(), late),
      denied: null,
      writes: true,
    },
  ],
  'classes.findTaughtClass': onClass('teachers', {
    run: (viewer, { id }) => classes.findTaughtClass(viewer, id),
    denied: null,
    writes: false,
    tells: (name) => [`class ${name}`, `assignment ${name}`, `code ${name}`],
  }),
  'classes.renewCode': onClass('teachers', {
    run: (viewer, { id }) => classes.renewCode(viewer, id, newCode(), null),
    denied: false,
    writes: true,
  }),
  'classes.addStudent': onClass('teachers', {
    run: (viewer, { id }) => classes.addStudent(viewer, id, newPupil()),
    denied: false,
    writes: true,
  }),
  'progress.findProgress': own(
    false,
    (viewer) => findProgress(viewer),
    (viewer) => [
      ...ownNames(viewer),
      // An attempt says for which assignment it was made; only who made one is told.
      ...(['A', 'B'] as const).flatMap((name) =>
        members[name].students.includes(viewer) ? [`assignment ${name}`] : [],
      ),
    ],
  ),
  'progress.recordLessonRead': own(true, (viewer) => recordLessonRead(viewer, 'course', 'another')),
  'sessions.listSessions': own(false, (viewer, { tokens }) =>
    sessions.listSessions(viewer, tokens.stranger, late),
  ),
  'sessions.revokeSession': PEOPLE.map((person) => ({
    on: `the session of ${person}`,
    may: [person],
    run: (viewer, { tokens }) =>
      sessions.revokeSession(viewer, Buffer.from(tokens[person].subarray(0, 6)).toString('hex')),
    denied: undefined,
    writes: true,
  })),
  'sessions.revokeOtherSessions': own(true, (viewer) =>
    sessions.revokeOtherSessions(viewer, new Uint8Array(32)),
  ),
  'users.promoteGuest': [
    {
      on: 'their own account',
      may: ['guest'],
      run: (viewer) => users.promoteGuest(viewer, member),
      denied: false,
      writes: true,
    },
  ],
  'adoption.listRivalAttempts': [
    {
      on: 'what the stranger has open too',
      may: ['guest'],
      run: (viewer, { people }) => listRivalAttempts(viewer, people.stranger.id),
      denied: [],
      writes: false,
      tells: () => ['guest open'],
    },
  ],
  'adoption.findHoldings': own(false, (viewer) => findHoldings(viewer)),
  'adoption.adoptGuest': [
    {
      on: 'what they did, for the stranger',
      may: ['guest'],
      // The session may be older than the account: what counts is what the database says.
      run: ({ id, name }, { people }) => adoptGuest(viewerOf(id, name, true), people.stranger.id),
      denied: null,
      writes: true,
    },
  ],
  'users.findAccount': own(false, (viewer) => users.findAccount(viewer)),
  'users.recordPassword': own(
    true,
    async (viewer) => {
      const old = the(await users.findAccount(viewer)).passwordHash
      return users.recordPassword(viewer, 'new hash', new Uint8Array(32), old)
    },
    // A pupil's own row says in which class the account was made.
  ).map((deed) => ({ ...deed, concerns: classNames.map((name) => `class ${name}`) })),
}
