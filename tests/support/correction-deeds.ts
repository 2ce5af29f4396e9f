import { findAftermath } from '@/lib/data/aftermath'
import { findCorrectable } from '@/lib/data/correctable'
import {
  findCorrectionPlan,
  recordCorrection,
  recordCorrectionUndone,
} from '@/lib/data/corrections'
import { listWaitingReports, recordReport, recordReportSettled } from '@/lib/data/question-reports'
import type { CorrectionDraft } from '@/lib/domain/correction'
import { attemptNames, type Deed, idOf, late, learnerOf, members, onClass } from './deed'
import type { AttemptName } from './two-classes'

const draft: CorrectionDraft = {
  questionId: 'q1',
  remedy: 'full-marks',
  change: null,
  reason: 'It can be read in two ways.',
  mayLower: false,
}
const inClass = (name: AttemptName) => / in [AB]$/.test(name)
const told = (name: 'A' | 'B') => [
  `class ${name}`,
  `assignment ${name}`,
  ...members[name].students.flatMap((student) => [student, `${student} in ${name}`]),
]

/** What puts a question right, and what students report. */
export const correctionDeeds: Record<string, Deed[]> = {
  'correctable.findCorrectable': onClass('teachers', {
    run: (viewer, { id }, { quiz }) => findCorrectable(viewer, id, quiz.id),
    denied: null,
    writes: false,
    tells: told,
  }),
  'corrections.findCorrectionPlan': onClass('writers', {
    run: (viewer, { id: classId }, { quiz }) =>
      findCorrectionPlan(viewer, { classId, quizId: quiz.id }, draft, late),
    denied: null,
    writes: false,
    tells: told,
  }),
  'corrections.recordCorrection': onClass('teachers', {
    run: (viewer, { id: classId }, { quiz }) =>
      recordCorrection(viewer, { classId, quizId: quiz.id }, draft, late),
    denied: false,
    writes: true,
  }).map((deed) => ({
    ...deed,
    // Marks of its students are what it changes.
    concerns: told(deed.on === 'class A' ? 'A' : 'B'),
  })),
  // Nothing has come of these attempts; who is told of what has is in the tests of corrections and reports.
  'aftermath.findAftermath': attemptNames.map((name) => ({
    on: name,
    may: [],
    run: (viewer, world) => findAftermath(viewer, idOf(world, name)),
    denied: { changes: [], reports: [] },
    writes: false,
  })),
  'question-reports.recordReport': attemptNames.map((name) => ({
    on: name,
    may: inClass(name) ? learnerOf(name) : [],
    run: (viewer, world) => recordReport(viewer, idOf(world, name), 'q1', 'Unclear.', late),
    denied: false,
    writes: true,
  })),
  // Nobody has reported anything here; who is told of what is reported is in its tests.
  'question-reports.listWaitingReports': onClass('teachers', {
    run: (viewer, { id }) => listWaitingReports(viewer, id),
    denied: [],
    writes: false,
  }).map((deed) => ({ ...deed, may: [] })),
  // Nobody has corrected or reported anything here; who may is in the tests of these two.
  'corrections.recordCorrectionUndone': onClass('teachers', {
    run: (viewer, { id: classId }, { quiz }) =>
      recordCorrectionUndone(viewer, { classId, quizId: quiz.id }, quiz.id, late),
    denied: false,
    writes: true,
  }).map((deed) => ({ ...deed, may: [] })),
  'question-reports.recordReportSettled': onClass('teachers', {
    run: (viewer, _on, { quiz }) => recordReportSettled(viewer, quiz.id, late),
    denied: false,
    writes: true,
  }).map((deed) => ({ ...deed, may: [] })),
}
