import { listBehind, listNamed } from '@/lib/data/behind'
import { findAnalysable, findSummary } from '@/lib/data/item-analysis'
import type { Analysed } from '@/lib/domain/behind'
import { type Deed, members, onClass } from './deed'
import { the } from './the'
import type { ClassName, TwoClasses } from './two-classes'

const ofStudents = (name: ClassName) => [
  ...members[name].students,
  ...members[name].students.map((student) => `${student} in ${name}`),
]
const told = (name: ClassName) => [`class ${name}`, `assignment ${name}`]

/** The first attempts at what is set in a class. */
const analysedIn = (
  { assignments }: TwoClasses['classes']['A'],
  { versionId }: TwoClasses,
): Analysed => ({ assignmentId: the(assignments[0]), which: 'first', versionId })

/** What the analysis of a quiz tells, to whom. */
export const analysisDeeds: Record<string, Deed[]> = {
  'item-analysis.findAnalysable': onClass('teachers', {
    run: (viewer, { id }, { quiz }) => findAnalysable(viewer, id, quiz.id),
    denied: null,
    writes: false,
    tells: told,
  }),
  'item-analysis.findSummary': onClass('teachers', {
    run: (viewer, { id }, { quiz }) => findSummary(viewer, id, quiz.id, 'first'),
    denied: null,
    writes: false,
    tells: ofStudents,
  }),
  'behind.listBehind': onClass('teachers', {
    run: (viewer, room, world) =>
      listBehind(viewer, analysedIn(room, world), { fact: { kind: 'asked', item: 'words' } }, null),
    denied: { rows: [], next: null },
    writes: false,
    tells: ofStudents,
  }),
  'behind.listNamed': onClass('teachers', {
    run: (viewer, room, world) => listNamed(viewer, analysedIn(room, world)),
    denied: [],
    writes: false,
    tells: ofStudents,
  }),
}
