import { newQuiz } from './attempts'
import { newClass, newMember } from './people'
import { the } from './the'

/** A teacher, a student and their class with one assigned quiz of four statements. */
export async function classOfOne() {
  const [teacher, student] = [await newMember('Teacher'), await newMember('Student')]
  const quiz = await newQuiz(4)
  const { id, assignments } = await newClass(teacher, [student], [quiz.id])
  const place = { classId: id, quizId: quiz.id, studentId: student.id }
  return { teacher, student, quiz, id, assignmentId: the(assignments[0]), place }
}
