import { findAttendedClass } from '@/lib/data/attended'
import { recordComment } from '@/lib/data/grade-comments'
import { findGradeDetails } from '@/lib/data/grade-details'
import { listGradebook } from '@/lib/data/gradebook'
import { recordOverride } from '@/lib/data/overrides'
import { findOwnGrades } from '@/lib/data/own-grades'
import type { CellPlace } from '@/lib/data/seat'
import { findWeighting, recordWeighting } from '@/lib/data/weighting'
import { fraction } from '@/lib/domain/fraction'
import { BY_NAME } from '@/lib/domain/gradebook-view'
import type { Viewer } from '@/lib/domain/viewer'
import { classNames, type Deed, late, members, onClass } from './deed'

const onCell = (
  run: (viewer: Viewer, place: CellPlace) => Promise<unknown>,
  denied: unknown,
  writes: boolean,
): Deed[] =>
  classNames.map((name) => ({
    on: `class ${name}`,
    may: members[name][writes ? 'writers' : 'teachers'],
    run: (viewer, { classes, quiz, people }) =>
      run(viewer, {
        classId: classes[name].id,
        quizId: quiz.id,
        studentId: people[`student${name}`].id,
      }),
    denied,
    writes,
    concerns: [`student${name}`],
    tells: () => [
      `class ${name}`,
      `assignment ${name}`,
      `student${name}`,
      `student${name} in ${name}`,
    ],
  }))

/** What concerns grades: the gradebook, one cell of it, and a student's own line. */
export const gradebookDeeds: Record<string, Deed[]> = {
  'gradebook.listGradebook': onClass('teachers', {
    run: (viewer, { id }) => listGradebook(viewer, id, BY_NAME, null, late),
    denied: { rows: [], next: null },
    writes: false,
    tells: (name) => [
      `class ${name}`,
      `assignment ${name}`,
      ...members[name].students.flatMap((student) => [student, `${student} in ${name}`]),
    ],
  }),
  'attended.findAttendedClass': onClass('students', {
    run: (viewer, { id }) => findAttendedClass(viewer, id),
    denied: null,
    writes: false,
    tells: (name) => [
      `class ${name}`,
      `assignment ${name}`,
      ...members[name].students.map((student) => `${student} in ${name}`),
    ],
  }).map((deed) => ({
    ...deed,
    tells: (viewer) => [
      deed.on,
      `assignment ${deed.on.slice(-1)}`,
      `${viewer} in ${deed.on.slice(-1)}`,
    ],
  })),
  'grade-details.findGradeDetails': onCell(findGradeDetails, null, false),
  'overrides.recordOverride': onCell(
    (viewer, place) => recordOverride(viewer, place, fraction(1, 2), 'oral', late),
    false,
    true,
  ),
  'grade-comments.recordComment': onCell(
    (viewer, place) => recordComment(viewer, place, 'well done', late),
    false,
    true,
  ),
  'own-grades.findOwnGrades': onClass('students', {
    run: (viewer, { id }) => findOwnGrades(viewer, id),
    denied: null,
    writes: false,
  }).map((deed) => ({
    ...deed,
    tells: (viewer) => [`assignment ${deed.on.slice(-1)}`, `${viewer} in ${deed.on.slice(-1)}`],
  })),
  'weighting.findWeighting': classNames.map((name) => ({
    on: `class ${name}`,
    may: Object.values(members[name]).flat(),
    run: (viewer, { classes }) => findWeighting(viewer, classes[name].id),
    denied: null,
    writes: false,
    tells: () => [`assignment ${name}`],
  })),
  'weighting.recordWeighting': onClass('teachers', {
    run: (viewer, { id }) =>
      recordWeighting(viewer, id, {
        missing: 'zero',
        otherWeight: 2,
        categories: [{ id: null, name: 'Tests', weight: 3 }],
        assignments: [],
      }),
    denied: false,
    writes: true,
  }),
}
