import { findAssignment, recordAssignment } from '@/lib/data/assignments'
import { startAssigned } from '@/lib/data/starts'
import { beginning, type Rules } from '@/lib/domain/assignment'
import type { Viewer } from '@/lib/domain/viewer'
import { newQuiz, type PublishedQuiz } from './attempts'
import { NO_DATES, newClass, newMember, OPEN_RULES } from './people'
import { the } from './the'
import { noon } from './versions'

export interface Exam {
  teacher: Viewer
  student: Viewer
  quiz: PublishedQuiz
  classId: string
  assignmentId: string
  /** Sets the quiz under other rules. */
  change(rules: Partial<Rules>): Promise<void>
  /** Begins another attempt of the student's, or of somebody else's in the class; its id. */
  start(seed?: string, viewer?: Viewer): Promise<string>
}

/** A class of one student, or of these, with a quiz that is set under these rules. */
export async function examWith(
  rules: Partial<Rules>,
  quiz?: PublishedQuiz,
  students: Viewer[] = [],
): Promise<Exam> {
  const [teacher, student] = [await newMember('Ms Keller'), await newMember('Amina')]
  const set = quiz ?? (await newQuiz())
  const { id: classId } = await newClass(teacher, [student, ...students])
  const change = async (changes: Partial<Rules>) =>
    the(await recordAssignment(teacher, classId, set.id, NO_DATES, { ...OPEN_RULES, ...changes }))
  const assignmentId = await change(rules)
  return {
    teacher,
    student,
    quiz: set,
    classId,
    assignmentId,
    change: async (changes) => {
      await change(changes)
    },
    async start(seed = 'seed', viewer = student) {
      const assigned = the(await findAssignment(viewer, assignmentId))
      const next = beginning(assigned, noon)
      if (!next.ok) throw new Error(`Not begun: ${next.rejection}`)
      return the(await startAssigned(viewer, assigned, next.value, seed, noon))
    },
  }
}
