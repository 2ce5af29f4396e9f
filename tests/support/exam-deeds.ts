import { findAssignmentOf } from '@/lib/data/assignments'
import { listEvents } from '@/lib/data/attempt-log'
import { findSeat, listSeats, recordException } from '@/lib/data/exceptions'
import { listLive, recordExtension } from '@/lib/data/live'
import { recordTry } from '@/lib/data/tries'
import { refuse } from '@/lib/domain/outcome'
import {
  attemptNames,
  classNames,
  type Deed,
  idOf,
  late,
  members,
  onClass,
  teacherOf,
} from './deed'

/** What concerns a quiz while a class takes it. */
export const examDeeds: Record<string, Deed[]> = {
  'assignments.findAssignmentOf': classNames.map((name) => ({
    on: `class ${name}`,
    may: Object.values(members[name]).flat(),
    run: (viewer, { classes, quiz }) => findAssignmentOf(viewer, classes[name].id, quiz.id),
    denied: null,
    writes: false,
    tells: (viewer) => [`class ${name}`, `assignment ${name}`, `${viewer} in ${name}`],
  })),
  // These attempts were not begun by the page, so nothing is noted; who may read is in assignments.test.ts.
  'attempt-log.listEvents': attemptNames.map((name) => ({
    on: name,
    may: teacherOf(name),
    run: (viewer, world) => listEvents(viewer, idOf(world, name)),
    denied: [],
    writes: false,
  })),
  'exceptions.listSeats': onClass('writers', {
    run: (viewer, { id }, { quiz }) => listSeats(viewer, id, quiz.id),
    denied: [],
    writes: false,
    tells: (name) => members[name].students,
  }),
  'exceptions.findSeat': (['A', 'B'] as const).flatMap((name) =>
    onClass('writers', {
      run: (viewer, { id: classId }, { quiz, people }) =>
        findSeat(viewer, { classId, quizId: quiz.id, studentId: people[`student${name}`].id }),
      denied: null,
      writes: false,
    }).filter(({ on }) => on === `class ${name}`),
  ),
  'exceptions.recordException': (['A', 'B'] as const).flatMap((name) =>
    onClass('teachers', {
      run: (viewer, { id: classId }, { quiz, people }) =>
        recordException(
          viewer,
          { classId, quizId: quiz.id, studentId: people[`student${name}`].id },
          { extraAttempts: 1, isExcused: false },
          null,
          late,
        ),
      denied: false,
      writes: true,
    })
      .filter(({ on }) => on === `class ${name}`)
      .map((deed) => ({ ...deed, concerns: [`student${name}` as const] })),
  ),
  // Nothing here has several tries; who may where there are is in tries.test.ts.
  'tries.recordTry': attemptNames.map((name) => ({
    on: name,
    may: [],
    run: (viewer, world) =>
      recordTry(viewer, idOf(world, name), 'q1', () => refuse('no-tries'), late),
    denied: null,
    writes: true,
  })),
  'live.listLive': onClass('teachers', {
    run: (viewer, { id }, { quiz }) => listLive(viewer, id, quiz.id),
    denied: [],
    writes: false,
    tells: (name) =>
      members[name].students.flatMap((student) => [student, `${student} in ${name}`]),
  }),
  // Nothing here has an end that could be put off; who may where it has is in live.test.ts.
  'live.recordExtension': attemptNames.map((name) => ({
    on: name,
    may: [],
    run: (viewer, world) => recordExtension(viewer, idOf(world, name), 5, late),
    denied: false,
    writes: true,
  })),
}
