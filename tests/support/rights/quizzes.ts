import {
  type Area,
  all,
  astray,
  but,
  deedIn,
  inClasses,
  machinesOfStaff,
  nobodyWrites,
  onlyFor,
  route,
  staffReads,
  staffWrites,
  writersRead,
} from './rows'
import { members } from './site'
import type { Room, World } from './world'

const settingAt = ({ id }: Room, { quiz }: World) => `/classes/${id}/quizzes/${quiz}`
const settingRoute = '/classes/[classId]/quizzes/[quizId]'
const SETTING = {
  grading: 'last',
  behaviour: 'deferred',
  late: 'accepted',
  'review.afterSubmission': 'score',
}

/** What is set in a class: its rules, its exceptions, the live view, the analysis, the gradebook. */
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
      `/api${settingRoute}/live`,
      (...in_) => `/api${settingAt(...in_)}/live`,
      machinesOfStaff,
    ),
    ...inClasses(
      '/api/classes/[classId]/gradebook',
      ({ id }) => `/api/classes/${id}/gradebook`,
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
      // It leads to the live view whatever came of it; that page is where others find nothing.
      { ...but(onlyFor('done', 'teacher', 'coteacher'), 'led on'), ...extendLeads() },
      { ...nobodyWrites, ...extendLeads(), teacher: 'led on', coteacher: 'led on' },
    ),
    astray(
      'extend',
      'an attempt of another class',
      (world) => `${settingAt(world.running, world)}/live`,
      ({ running, other, quiz }) => ({
        ...{ classId: running.id, quizId: quiz, attemptId: other.open, minutes: '10' },
      }),
      {
        ...but(all('led on'), 'sign-in', 'nobody', 'guest'),
        ...{ novice: 'of one’s own', otherTeacher: 'done' },
      },
    ),
  ],
}

function extendLeads() {
  return Object.fromEntries(
    (['stranger', 'otherTeacher', 'otherStudent', 'classmate', 'student', 'observer'] as const).map(
      (asker) => [asker, 'led on' as const],
    ),
  )
}
