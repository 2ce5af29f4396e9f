'use client'

import { useEffect, useState } from 'react'
import { keptLessons } from './lesson-cache'

/** Which of these lessons can be read here without a network. */
export function KeptLessons({
  lessons,
  words,
}: {
  lessons: readonly { href: string; title: string }[]
  words: { none: string; some: string }
}) {
  const [kept, setKept] = useState<string[] | null>(null)
  useEffect(() => {
    keptLessons()
      .then(setKept)
      .catch(() => setKept([]))
  }, [])
  const found = (kept ?? []).flatMap(
    (address) => lessons.find(({ href }) => href === address) ?? [],
  )
  if (kept === null) return null
  return found.length === 0 ? (
    <p>{words.none}</p>
  ) : (
    <>
      <p>{words.some}</p>
      <ul className="kept-lessons">
        {found.map(({ href, title }) => (
          <li key={href}>
            <a href={href}>{title}</a>
          </li>
        ))}
      </ul>
    </>
  )
}
