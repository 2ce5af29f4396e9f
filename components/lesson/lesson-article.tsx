import type { ReactNode } from 'react'
import type { Course } from '@/lib/domain/course-content'
import type { Lesson } from '@/lib/domain/lesson'
import { LessonBlock } from './lesson-block'
import { LessonContents } from './lesson-contents'
import { LessonEnd, type Neighbour } from './lesson-end'
import { LessonHead } from './lesson-head'
import { LessonSources } from './lesson-sources'
import { planNotes } from './note-plan'
import { NoteReturn } from './note-return'
import { SideNotes } from './side-notes'

/**
 * A whole lesson as it is read. Every sentence has an anchor, and the one that the address names
 * is marked; no part of it needs JavaScript.
 *
 * @param number the lesson's place in the course, from 1
 * @param readSlot what marks the lesson as read, where the page offers it
 */
export function LessonArticle({
  course,
  lesson,
  number,
  previous,
  next,
  readSlot,
}: {
  course: Pick<Course, 'slug' | 'file' | 'lessons'>
  lesson: Lesson
  number: number
  previous: Neighbour
  next: Neighbour
  readSlot?: ReactNode
}) {
  const plan = planNotes(lesson)
  const figures = lesson.sections
    .flatMap(({ blocks }) => blocks)
    .filter(({ type }) => type === 'figure')
  return (
    <div className="lesson-frame">
      <div className="lesson">
        <LessonContents number={number} sections={lesson.sections} />
        <article className="read">
          <LessonHead course={course} lesson={lesson} number={number} />
          {lesson.sections.map((section) => (
            <section key={section.id} aria-labelledby={section.id}>
              <h2 className="block" id={section.id}>
                {section.title}
              </h2>
              {section.blocks.map((block, place) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: blocks never change places
                <div key={place} className="with-notes">
                  <LessonBlock
                    block={block}
                    plan={plan}
                    figureNumber={figures.indexOf(block) + 1}
                  />
                  <SideNotes notes={plan.notesOf(block)} />
                </div>
              ))}
            </section>
          ))}
          <LessonEnd
            courseSlug={course.slug}
            lesson={lesson}
            previous={previous}
            next={next}
            readSlot={readSlot}
          />
          <NoteReturn />
          <LessonSources lesson={lesson} article={course.file.article} />
        </article>
      </div>
    </div>
  )
}
