import type { Problem } from '@/lib/domain/course-content'
import type { AuthoredQuestion } from '@/lib/domain/question/question'
import { fileNames, found, type Material } from './material'

/** A finding inside a question; `path` starts at the question. */
export interface QuestionFault {
  path: string
  message: string
}

/** What `check` finds in each question of each quiz, told with file and path. */
export const inQuestions = (
  course: Material,
  check: (question: AuthoredQuestion) => QuestionFault[],
): Problem[] =>
  course.quizzes.flatMap(({ slug, file }) =>
    file.questions.flatMap((question) =>
      check(question).map(({ path, message }) =>
        found(course, fileNames.quiz(slug), `questions.${question.id}.${path}`, message),
      ),
    ),
  )
