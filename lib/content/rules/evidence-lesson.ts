import { fileNames, found, type Rule } from '@/lib/content/material'

/** Of a question's evidence at least one piece is quoted from the lesson that its quiz belongs to. */
export const rule: Rule = (course) =>
  course.quizzes.flatMap(({ slug, file }) =>
    file.lesson === undefined
      ? []
      : file.questions
          .filter(({ evidence }) => evidence.every(({ lesson }) => lesson !== file.lesson))
          .map(({ id }) =>
            found(
              course,
              fileNames.quiz(slug),
              `questions.${id}.evidence`,
              `No evidence is quoted from “${file.lesson}”, the lesson that this quiz belongs to.`,
            ),
          ),
  )
