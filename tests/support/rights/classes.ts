import {
  type Area,
  astray,
  but,
  deedIn,
  inClasses,
  membersRead,
  nobodyWrites,
  onlyFor,
  ownerOnly,
  route,
  staffReads,
  staffWrites,
  writersRead,
} from './rows'
import { members } from './site'
import type { Room } from './world'

const at = ({ id }: Room) => `/classes/${id}`
const peopleAt = (room: Room) => `${at(room)}/people`
const pupil = { name: 'New pupil' }

/** Classes and the people in them. */
export const classes: Area = {
  routes: [
    route('/classes', 'their own classes', () => '/classes', onlyFor('shown', ...members)),
    ...inClasses('/classes/[classId]', at, membersRead),
    ...inClasses('/classes/[classId]/people', peopleAt, staffReads),
    ...inClasses(
      '/classes/[classId]/people/import',
      (room) => `${peopleAt(room)}/import`,
      writersRead,
      onlyFor('shown'),
    ),
    // Nobody is brought in any more.
    ...inClasses(
      '/classes/[classId]/board',
      (room) => `${at(room)}/board`,
      writersRead,
      onlyFor('shown'),
    ),
  ],
  deeds: [
    ...deedIn('newCode', peopleAt, ({ id }) => ({ classId: id, life: 'week' }), staffWrites),
    ...deedIn(
      'makeStudent',
      peopleAt,
      ({ id }, _world, asker) => ({
        ...pupil,
        classId: id,
        username: `pupil-${asker.toLowerCase()}-${Date.now()}`,
      }),
      staffWrites,
    ),
    ...deedIn(
      'importPupils',
      (room) => `${peopleAt(room)}/import`,
      ({ id }) => ({ classId: id, step: 'write', text: 'Pupil of a list' }),
      staffWrites,
    ),
    ...deedIn(
      'saveExtraTime',
      peopleAt,
      ({ id }, { people }) => ({ classId: id, userId: people.student.id, extraTime: 'half' }),
      staffWrites,
    ),
    astray(
      'saveExtraTime',
      'somebody who is in another class',
      ({ running }) => peopleAt(running),
      ({ running, people }) => ({
        ...{ classId: running.id, userId: people.otherStudent.id, extraTime: 'half' },
      }),
    ),
    // The account was made in the class that is running, and only there it gets a new password.
    ...deedIn(
      'resetPassword',
      peopleAt,
      ({ id }, { people }) => ({ classId: id, userId: people.student.id }),
      staffWrites,
    ),
    astray(
      'resetPassword',
      'somebody who is in another class',
      ({ running }) => peopleAt(running),
      ({ running, people }) => ({ classId: running.id, userId: people.otherStudent.id }),
    ),
    ...deedIn(
      'dropStudent',
      peopleAt,
      ({ id }, { people }) => ({ classId: id, userId: people.student.id }),
      staffWrites,
      staffWrites,
    ),
    astray(
      'dropStudent',
      'somebody of the staff',
      ({ running }) => peopleAt(running),
      ({ running, people }) => ({ classId: running.id, userId: people.observer.id }),
    ),
    ...deedIn(
      'addColleague',
      peopleAt,
      ({ id }, { people }) => ({
        ...{ classId: id, identifier: people.stranger.login, role: 'observer' },
      }),
      ownerOnly,
    ),
    ...deedIn(
      'changeRole',
      peopleAt,
      ({ id }, { people }) => ({ classId: id, userId: people.observer.id, role: 'coteacher' }),
      ownerOnly,
      ownerOnly,
    ),
    astray(
      'changeRole',
      'a student',
      ({ running }) => peopleAt(running),
      ({ running, people }) => ({
        ...{ classId: running.id, userId: people.classmate.id, role: 'teacher' },
      }),
    ),
    ...deedIn(
      'dropStaff',
      peopleAt,
      ({ id }, { people }) => ({ classId: id, userId: people.coteacher.id }),
      ownerOnly,
      ownerOnly,
    ),
    astray(
      'dropStaff',
      'the only teacher',
      ({ running }) => peopleAt(running),
      ({ running, people }) => ({ classId: running.id, userId: people.teacher.id }),
    ),
    ...deedIn(
      'leaveClass',
      peopleAt,
      ({ id }) => ({ classId: id }),
      onlyFor('done', 'coteacher', 'observer'),
      onlyFor('done', 'coteacher', 'observer'),
    ),
    ...deedIn(
      'keepClass',
      peopleAt,
      ({ id }) => ({ classId: id, until: '2099-07-31' }),
      ownerOnly,
      ownerOnly,
    ),
    ...deedIn(
      'endClass',
      peopleAt,
      ({ id }) => ({ classId: id }),
      ownerOnly,
      but(nobodyWrites, 'led on', 'teacher'),
    ),
    ...deedIn(
      'reopenClass',
      peopleAt,
      ({ id }) => ({ classId: id }),
      but(nobodyWrites, 'led on', 'teacher'),
      ownerOnly,
    ),
  ],
}
