import { recordFound, recordOpened } from '@/lib/data/attempt-log'
import { db } from '@/lib/data/db'
import * as late from '@/lib/data/late-answers'
import { decideLate } from '@/lib/data/late-decisions'
import {
  attemptNames,
  type Deed,
  idOf,
  learnerOf,
  members,
  onClass,
  openNames,
  teacherOf,
  late as then,
} from './deed'
import type { AttemptName } from './two-classes'
import { after } from './versions'

const inClass = (name: AttemptName) => / in [AB]$/.test(name)

/** What concerns answers that came after the end, and what is noted of an attempt; each has one that waits. */
export const lateDeeds: Record<string, Deed[]> = {
  'late-answers.keepLate': attemptNames.map((name) => ({
    on: name,
    may: inClass(name) ? learnerOf(name) : [],
    run: (viewer, world) =>
      late.keepLate(
        viewer,
        idOf(world, name),
        { questionId: 'q1', value: 'true', base: 0, age: 60_000 },
        then,
      ),
    denied: 'refused',
    writes: true,
  })),
  'late-answers.takeInFile': (['A', 'B'] as const).flatMap((name) =>
    onClass('teachers', {
      run: (viewer, { id }, world) =>
        late.takeInFile(
          viewer,
          id,
          world.quiz.id,
          {
            format: 'rendezvous-answers',
            version: 1,
            attempt: idOf(world, `student${name} in ${name}` as AttemptName),
            madeAt: after(0).toISOString(),
            answers: [{ question: 'q1', value: 'true', givenAt: after(0).toISOString() }],
          },
          then,
        ),
      denied: null,
      writes: true,
    })
      .filter(({ on }) => on === `class ${name}`)
      .map((deed) => ({ ...deed, concerns: [`student${name}` as const] })),
  ),
  'late-answers.listLate': onClass('teachers', {
    run: (viewer, { id }, { quiz }) => late.listLate(viewer, id, quiz.id),
    denied: [],
    writes: false,
    tells: (name) =>
      members[name].students.flatMap((student) => [student, `${student} in ${name}`]),
  }),
  'late-answers.countWaiting': onClass('teachers', {
    run: (viewer, { id }, { quiz }) => late.countWaiting(viewer, id, quiz.id),
    denied: 0,
    writes: false,
  }),
  'late-decisions.decideLate': attemptNames.map((name) => ({
    on: name,
    may: teacherOf(name).filter((person) => !person.startsWith('observer')),
    run: async (viewer, world) => {
      const attemptId = idOf(world, name)
      const ids = (await db().lateAnswer.findMany({ where: { attemptId } })).map(({ id }) => id)
      return decideLate(viewer, attemptId, ids, true, then)
    },
    denied: null,
    writes: true,
    concerns: learnerOf(name),
  })),
  // None of these is set in a class and open; who may where one is, is in attempt-log.test.ts.
  'attempt-log.recordOpened': openNames.map((name) => ({
    on: name,
    may: [],
    run: (viewer, world) => recordOpened(viewer, idOf(world, name), 'Firefox, Linux#1', then),
    denied: undefined,
    writes: true,
  })),
  'attempt-log.recordFound': openNames.map((name) => ({
    on: name,
    may: [],
    run: (viewer, world) =>
      recordFound(viewer, idOf(world, name), { device: 60, server: 60 }, then),
    denied: undefined,
    writes: true,
  })),
}
