import { fileNames, found, type Rule } from '@/lib/content/material'

/** A question of a lesson's quiz can be answered from that lesson. */
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
