import { settingAt, settingRoute } from './quizzes'
import {
  type Area,
  astray,
  but,
  deedIn,
  inClasses,
  nobodyWrites,
  onlyFor,
  route,
  staffReads,
  staffWrites,
} from './rows'
import type { Room, World } from './world'

const gradeAt = (room: Room, world: World, student = world.people.student) =>
  `${settingAt(room, world)}/students/${student.id}`
const weightsAt = ({ id }: Room) => `/classes/${id}/weights`
const place = ({ id }: Room, { quiz, people }: World, student = people.student) => ({
  ...{ classId: id, quizId: quiz, studentId: student.id },
})
const strangely = 'somebody who is in another class'
const set = { grade: '85', unit: 'percent', reason: 'It was said aloud.' }
const lifted = { liftReason: 'It was a mistake.' }
const said = { text: 'Well done.' }
const weighed = ({ id, assignment, tries }: Room) => ({
  ...{ classId: id, missing: 'zero', otherWeight: '7' },
  ...{ [`weight-${assignment}`]: '2', [`weight-${tries.assignment}`]: '1' },
})

/** Grades that are set by hand, what is said to them, and how they are weighed. */
export const grades: Area = {
  routes: [
    ...inClasses(`${settingRoute}/students/[studentId]`, gradeAt, staffReads),
    route(
      `${settingRoute}/students/[studentId]`,
      strangely,
      (world) => gradeAt(world.running, world, world.people.otherStudent),
      onlyFor('shown'),
    ),
    ...inClasses('/classes/[classId]/weights', weightsAt, staffReads),
  ],
  deeds: [
    ...[
      { action: 'overrideGrade', fields: set },
      { action: 'liftOverride', fields: lifted },
      { action: 'saveComment', fields: said },
    ].flatMap(({ action, fields }) => [
      ...deedIn(
        action,
        gradeAt,
        (room, world) => ({ ...place(room, world), ...fields }),
        staffWrites,
      ),
      astray(
        action,
        strangely,
        (world) => gradeAt(world.running, world),
        (world) => ({ ...place(world.running, world, world.people.otherStudent), ...fields }),
      ),
    ]),
    astray(
      'overrideGrade',
      'a quiz that is not set',
      (world) => gradeAt(world.running, world),
      (world) => ({ ...place(world.running, world), ...set, quizId: world.unset }),
    ),
    ...deedIn('saveWeighting', weightsAt, weighed, staffWrites),
    // Whoever belongs to the class may know its categories.
    astray(
      'saveWeighting',
      'a category of another class',
      ({ running }) => weightsAt(running),
      ({ running, other }) => ({
        ...{ ...weighed(running), [`category-${running.assignment}`]: other.category },
      }),
      but(
        nobodyWrites,
        'told why',
        ...(['student', 'classmate', 'observer', 'coteacher', 'teacher'] as const),
      ),
    ),
  ],
}
