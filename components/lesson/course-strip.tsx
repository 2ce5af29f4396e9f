'use client'

import { useEffect, useState } from 'react'
import { fill } from '@/components/ui/words'

export interface StripLesson {
  slug: string
  title: string
}

interface Words {
  label: string
  /** With {number} and {title}. */
  lesson: string
  /** Said after the title, by level; a level that is not named here says nothing. */
  levels: Record<string, string>
}

const levelsIn = (body: unknown): Record<string, string> => {
  if (typeof body !== 'object' || body === null || !('levels' in body)) return {}
  return typeof body.levels === 'object' && body.levels !== null
    ? Object.fromEntries(Object.entries(body.levels).map(([slug, level]) => [slug, String(level)]))
    : {}
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
  const [levels, setLevels] = useState<Record<string, string>>({})
  useEffect(() => {
    const leaving = new AbortController()
    fetch(`/api/courses/${courseSlug}/levels`, { signal: leaving.signal })
      .then(async (response) => {
        if (response.ok) setLevels(levelsIn(await response.json()))
      })
      // Offline or away: the strip stays as it was made.
      .catch(() => undefined)
    return () => leaving.abort()
  }, [courseSlug])
  return (
    <nav className="course-strip" aria-label={words.label}>
      <ol>
        {lessons.map(({ slug, title }, at) => {
          const level = words.levels[levels[slug] ?? '']
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
