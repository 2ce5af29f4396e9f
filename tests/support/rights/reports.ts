import {
  type Area,
  but,
  inClasses,
  machinesOfStaff,
  onlyFor,
  READERS,
  route,
  staffReads,
  worded,
} from './rows'
import type { Room, Signed, World } from './world'

const at = ({ id }: Room) => `/classes/${id}`
const ofStudent = '/classes/[classId]/students/[studentId]/report'
const reportOf =
  (name: Signed) =>
  (room: Room, { people }: World) =>
    `${at(room)}/students/${people[name].id}/report`

/** The gradebook as a file and on paper. */
export const reports: Area = {
  routes: [
    ...inClasses('/classes/[classId]/report', (room) => `${at(room)}/report`, staffReads),
    ...inClasses(
      '/classes/[classId]/report/students',
      (room) => `${at(room)}/report/students`,
      staffReads,
    ),
    ...(['student', 'classmate'] as const).flatMap((name) =>
      worded(
        `the ${name}`,
        inClasses(ofStudent, reportOf(name), onlyFor('shown', ...READERS, name)),
      ),
    ),
    route(
      ofStudent,
      'somebody who is in another class',
      (world) => reportOf('otherStudent')(world.running, world),
      onlyFor('shown'),
    ),
    route(
      ofStudent,
      'somebody of the staff',
      (world) => reportOf('observer')(world.running, world),
      onlyFor('shown'),
    ),
    ...['csv', 'xlsx'].flatMap((format) =>
      worded(
        format,
        inClasses(
          '/api/classes/[classId]/gradebook',
          ({ id }) => `/api/classes/${id}/gradebook?format=${format}`,
          machinesOfStaff,
        ),
      ),
    ),
    route(
      '/api/classes/[classId]/gradebook',
      'a format that there is not',
      ({ running }) => `/api/classes/${running.id}/gradebook?format=pdf`,
      but(machinesOfStaff, 'told why', ...READERS),
    ),
  ],
}
