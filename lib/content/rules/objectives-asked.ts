import { fileNames, found, isAnyIn, type Rule } from '@/lib/content/material'

/** Whatever a lesson with a quiz says one can do after it, a question of that quiz asks for. */
export const rule: Rule = (course) => {
  if (isAnyIn(course.faulty, 'quizzes/')) return []
  return course.lessons.flatMap(({ slug, head }) => {
    const quiz = course.quizzes.find((each) => each.slug === head.quiz)
    if (!quiz) return []
    const asked = new Set(quiz.file.questions.map(({ objective }) => objective))
    return head.objectives
      .filter(({ id }) => !asked.has(id))
      .map(({ id }) =>
        found(
          course,
          fileNames.lesson(slug),
          `objectives.${id}`,
          `No question of the quiz “${quiz.slug}” asks for the objective “${id}”.`,
        ),
      )
  })
}
