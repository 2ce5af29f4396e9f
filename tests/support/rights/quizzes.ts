import {
  type Area,
  astray,
  but,
  deedIn,
  inClasses,
  ledBackBut,
  machinesOfStaff,
  onlyFor,
  route,
  staffReads,
  staffWrites,
  WRITERS,
  writersRead,
} from './rows'
import { members } from './site'
import type { Room, World } from './world'

export const settingAt = ({ id }: Room, { quiz }: World) => `/classes/${id}/quizzes/${quiz}`
export const settingRoute = '/classes/[classId]/quizzes/[quizId]'
const SETTING = {
  grading: 'last',
  behaviour: 'deferred',
  late: 'accepted',
  'review.afterSubmission': 'score',
}

/** What is set in a class: its rules, its exceptions, the live view, the analysis. */
export const quizzes: Area = {
  routes: [
    route(
      '/classes/[classId]/quizzes',
      'where a chosen quiz leads on',
      ({ running, quiz }) => `/classes/${running.id}/quizzes?quizId=${quiz}`,
      but(onlyFor('shown'), 'led on', ...members),
    ),
    // Whoever may only look is led to where there is something to see.
    ...inClasses(
      settingRoute,
      settingAt,
      but(writersRead, 'led on', 'observer'),
      but(staffReads, 'led on', 'observer', 'coteacher', 'teacher'),
    ),
    ...inClasses(
      `${settingRoute}/exceptions`,
      (...in_) => `${settingAt(...in_)}/exceptions`,
      writersRead,
    ),
    ...inClasses(`${settingRoute}/live`, (...in_) => `${settingAt(...in_)}/live`, staffReads),
    ...inClasses(
      `${settingRoute}/analysis`,
      (...in_) => `${settingAt(...in_)}/analysis`,
      staffReads,
    ),
    ...inClasses(
      `${settingRoute}/analysis/students`,
      (...in_) => `${settingAt(...in_)}/analysis/students?of=band%2F0`,
      staffReads,
    ),
    route(
      `${settingRoute}/analysis/students`,
      'behind no figure',
      (world) => `${settingAt(world.running, world)}/analysis/students`,
      onlyFor('shown'),
    ),
    ...inClasses(
      `/api${settingRoute}/live`,
      (...in_) => `/api${settingAt(...in_)}/live`,
      machinesOfStaff,
    ),
  ],
  deeds: [
    ...deedIn(
      'saveSetting',
      settingAt,
      ({ id }, { quiz }) => ({ ...SETTING, classId: id, quizId: quiz }),
      staffWrites,
    ),
    ...deedIn(
      'saveException',
      (...in_) => `${settingAt(...in_)}/exceptions`,
      ({ id }, { quiz, people }) => ({
        ...{ classId: id, quizId: quiz, studentId: people.student.id, extraAttempts: '3' },
      }),
      staffWrites,
    ),
    astray(
      'saveException',
      'somebody who is in another class',
      (world) => `${settingAt(world.running, world)}/exceptions`,
      ({ running, quiz, people }) => ({
        ...{ classId: running.id, quizId: quiz, studentId: people.otherStudent.id },
        extraAttempts: '3',
      }),
    ),
    ...deedIn(
      'extend',
      (...in_) => `${settingAt(...in_)}/live`,
      ({ id, open }, { quiz }) => ({ classId: id, quizId: quiz, attemptId: open, minutes: '10' }),
      ledBackBut(...WRITERS),
      ledBackBut(),
    ),
    astray(
      'extend',
      'an attempt of another class',
      (world) => `${settingAt(world.running, world)}/live`,
      ({ running, other, quiz }) => ({
        ...{ classId: running.id, quizId: quiz, attemptId: other.open, minutes: '10' },
      }),
      ledBackBut('otherTeacher'),
    ),
  ],
}
