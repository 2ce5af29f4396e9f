import { fileNames, found, type Rule } from '@/lib/content/material'

/** Whoever stops to think about a question of a lesson can compare their answer with one. */
export const rule: Rule = (course) =>
  course.lessons.flatMap((lesson) =>
    lesson.sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) =>
        block.type === 'check' && block.answer.length === 0
          ? [
              found(
                course,
                fileNames.lesson(lesson.slug),
                block.paragraphs[0]?.[0]?.id ?? '',
                'This question has no answer to compare with. End the :::check with a line that begins with > and the answer.',
              ),
            ]
          : [],
      ),
    ),
  )
