'use client'

import { useEffect, useState } from 'react'
import { fill } from '@/components/ui/words'
import type { Level } from '@/lib/domain/mastery'
import { standingIn } from './standing-request'

export interface StripLesson {
  slug: string
  title: string
}

interface Words {
  label: string
  /** With {number} and {title}. */
  lesson: string
  /** Said after the title, by level; who has not started hears nothing. */
  levels: Record<BegunLevel, string>
}

type BegunLevel = Exclude<Level, 'not-started'>

/** The levels that a body names; what is none, of ours or of this time, says nothing. */
function levelsIn(body: unknown, words: Words['levels']): Record<string, BegunLevel> {
  const levels = typeof body === 'object' && body !== null && 'levels' in body ? body.levels : null
  const isBegun = (level: unknown): level is BegunLevel =>
    typeof level === 'string' && Object.hasOwn(words, level)
  return Object.fromEntries(
    Object.entries(levels ?? {}).flatMap(([slug, level]) =>
      isBegun(level) ? [[slug, level]] : [],
    ),
  )
}

/**
 * The lessons of the course as a strip of links. The page is the same for everybody, so how far the
 * reader has come is asked for afterwards; without an answer the strip still says where one is.
 */
export function CourseStrip({
  courseSlug,
  current,
  lessons,
  words,
}: {
  courseSlug: string
  current: string
  lessons: readonly StripLesson[]
  words: Words
}) {
  const [levels, setLevels] = useState<Record<string, BegunLevel>>({})
  useEffect(() => {
    let isGone = false
    void standingIn(courseSlug).then((body) => {
      if (!isGone) setLevels(levelsIn(body, words.levels))
    })
    return () => {
      isGone = true
    }
  }, [courseSlug, words.levels])
  return (
    <nav className="course-strip" aria-label={words.label}>
      <ol>
        {lessons.map(({ slug, title }, at) => {
          const reached = levels[slug]
          const level = reached && words.levels[reached]
          const name = fill(words.lesson, { number: at + 1, title })
          return (
            <li key={slug}>
              <a
                href={`/courses/${courseSlug}/lessons/${slug}`}
                className={level === undefined ? undefined : 'begun'}
                aria-current={slug === current ? 'page' : undefined}
                aria-label={level === undefined ? name : `${name}, ${level}`}
                title={level === undefined ? name : `${name}, ${level}`}
              >
                {at + 1}
              </a>
            </li>
          )
        })}
      </ol>
    </nav>
  )
}
