import { answerFileOf } from '@/tests/support/late'
import { settingAt, settingRoute } from './quizzes'
import {
  type Area,
  astray,
  but,
  deedIn,
  inClasses,
  nobodyWrites,
  onlyFor,
  staffReads,
} from './rows'
import { members } from './site'
import type { Room, World } from './world'

const lateAt = (...in_: [Room, World]) => `${settingAt(...in_)}/late`
const ids = ({ id }: Room, { quiz }: World) => ({ classId: id, quizId: quiz })
const accepted = ({ done, late }: Room) => ({ attemptId: done, late, go: 'accept' })
const fileOf = (attempt: string) => ({ file: answerFileOf(attempt, { q3: 'true' }) })
/** A file is refused in the same words, whether it belongs to nothing or to somebody else's class. */
const toldOfFiles = but(nobodyWrites, 'told why', ...members)

/** Answers that came after the end. */
export const late: Area = {
  routes: inClasses(`${settingRoute}/late`, lateAt, staffReads),
  deeds: [
    ...deedIn(
      'decide',
      lateAt,
      (room, world) => ({ ...ids(room, world), ...accepted(room) }),
      onlyFor('done', 'teacher', 'coteacher'),
    ),
    // By its id alone it is known whose it is.
    astray(
      'decide',
      'an answer of an attempt of another class',
      (world) => lateAt(world.running, world),
      (world) => ({ ...ids(world.running, world), ...accepted(world.other) }),
      onlyFor('done', 'otherTeacher'),
    ),
    astray(
      'decide',
      'an answer of another class beside an attempt of their own',
      (world) => lateAt(world.running, world),
      (world) => ({
        ...{ ...ids(world.running, world), ...accepted(world.running), late: world.other.late },
      }),
      but(nobodyWrites, 'led on', 'teacher', 'coteacher'),
    ),
    ...deedIn(
      'takeIn',
      lateAt,
      (room, world) => ({ ...ids(room, world), ...fileOf(room.done) }),
      but(toldOfFiles, 'done', 'teacher', 'coteacher'),
      toldOfFiles,
    ),
    astray(
      'takeIn',
      'a file of an attempt of another class',
      (world) => lateAt(world.running, world),
      (world) => ({ ...ids(world.running, world), ...fileOf(world.other.done) }),
      toldOfFiles,
    ),
    astray(
      'takeIn',
      'a file of an attempt under way',
      (world) => lateAt(world.running, world),
      (world) => ({ ...ids(world.running, world), ...fileOf(world.running.open) }),
      toldOfFiles,
    ),
  ],
}
