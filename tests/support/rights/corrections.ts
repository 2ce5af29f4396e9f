import { settingAt, settingRoute } from './quizzes'
import {
  type Area,
  astray,
  but,
  deedIn,
  inClasses,
  ledBackBut,
  nobodyWrites,
  onlyFor,
  route,
  staffReads,
  staffWrites,
  WRITERS,
  worded,
} from './rows'
import { CORRECTION, type Room, type World } from './world'

const listAt = (...in_: [Room, World]) => `${settingAt(...in_)}/questions`
const questionAt = (...in_: [Room, World]) => `${listAt(...in_)}/q1`
const question = ({ id }: Room, { quiz }: World) => ({
  ...{ classId: id, quizId: quiz, questionId: 'q1' },
})
const resultAt = ({ done }: Room) => `/attempts/${done}/result`

/** Questions that are put right, and what students report of them. */
export const corrections: Area = {
  routes: [
    ...inClasses(`${settingRoute}/questions`, listAt, staffReads),
    ...inClasses(`${settingRoute}/questions/[questionId]`, questionAt, staffReads),
    route(
      `${settingRoute}/questions/[questionId]`,
      'one that the quiz never had',
      (world) => `${listAt(world.running, world)}/nothing`,
      onlyFor('shown'),
    ),
    route(
      `${settingRoute}/questions`,
      'a quiz that is not set',
      ({ running, unset }) => `/classes/${running.id}/quizzes/${unset}/questions`,
      onlyFor('shown'),
    ),
  ],
  deeds: [
    // What it would change tells of students; it is told to those who may do it.
    ...worded(
      'what it would change',
      deedIn(
        'putRight',
        questionAt,
        (room, world) => ({ ...question(room, world), ...CORRECTION, step: 'plan' }),
        but(nobodyWrites, 'told why', ...WRITERS),
      ),
    ),
    ...worded(
      'having been shown what it changes',
      deedIn(
        'putRight',
        questionAt,
        (room, world) => ({
          ...{ ...question(room, world), ...CORRECTION, step: 'apply', seen: room.seen },
        }),
        staffWrites,
      ),
    ),
    astray(
      'putRight',
      'without having been shown what it changes',
      (world) => questionAt(world.running, world),
      (world) => ({ ...question(world.running, world), ...CORRECTION, step: 'apply', seen: '' }),
      but(nobodyWrites, 'told why', ...WRITERS),
    ),
    astray(
      'putRight',
      'a question that the quiz never had',
      (world) => questionAt(world.running, world),
      (world) => ({
        ...{ ...question(world.running, world), ...CORRECTION, questionId: 'nothing' },
        ...{ step: 'apply', seen: world.running.seen },
      }),
    ),
    ...deedIn(
      'takeBack',
      questionAt,
      (room, world) => ({ ...question(room, world), correctionId: room.correction }),
      ledBackBut(...WRITERS),
      ledBackBut(),
    ),
    astray(
      'takeBack',
      'a correction of another class',
      (world) => questionAt(world.running, world),
      (world) => ({
        ...{ ...question(world.running, world), correctionId: world.other.correction },
      }),
      ledBackBut(),
    ),
    ...deedIn(
      'settleReport',
      questionAt,
      (room, world) => ({ ...question(room, world), reportId: room.report }),
      ledBackBut(...WRITERS),
      ledBackBut(),
    ),
    // By its id alone it is known whose it is.
    astray(
      'settleReport',
      'a report to another class',
      (world) => questionAt(world.running, world),
      (world) => ({ ...question(world.running, world), reportId: world.other.report }),
      ledBackBut('otherTeacher'),
    ),
    ...deedIn(
      'reportQuestion',
      resultAt,
      ({ done }) => ({ attemptId: done, questionId: 'q2', text: 'It is not clear.' }),
      onlyFor('done', 'student'),
      but(nobodyWrites, 'told why', 'student'),
    ),
    astray(
      'reportQuestion',
      'one that is reported already',
      ({ running }) => resultAt(running),
      ({ running }) => ({ attemptId: running.done, questionId: 'q1', text: 'It is not clear.' }),
      but(nobodyWrites, 'told why', 'student'),
    ),
    astray(
      'reportQuestion',
      'one of an attempt under way',
      ({ running }) => resultAt(running),
      ({ running }) => ({ attemptId: running.open, questionId: 'q2', text: 'It is not clear.' }),
      but(nobodyWrites, 'told why', 'student'),
    ),
    astray(
      'reportQuestion',
      'one that the quiz never had',
      ({ running }) => resultAt(running),
      ({ running }) => ({ attemptId: running.done, questionId: 'nothing', text: 'Not clear.' }),
    ),
  ],
}
