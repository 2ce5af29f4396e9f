import { findAnalysable } from '@/lib/data/item-analysis'
import { type Deed, members, onClass } from './deed'

/** What the analysis of a quiz tells, to whom. */
export const analysisDeeds: Record<string, Deed[]> = {
  'item-analysis.findAnalysable': onClass('teachers', {
    run: (viewer, { id }, { quiz }) => findAnalysable(viewer, id, quiz.id),
    denied: null,
    writes: false,
    tells: (name) => [
      `class ${name}`,
      `assignment ${name}`,
      ...members[name].students.flatMap((student) => [student, `${student} in ${name}`]),
    ],
  }),
}
