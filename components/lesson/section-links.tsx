'use client'

import { useEffect, useState } from 'react'
import { fill } from '@/components/ui/words'

export interface SectionLink {
  id: string
  title: string
}

/** The share of the window's height, from its top, above which the section that is read has begun. */
const READING_LINE = 0.35

/** The section that is read now: the last one that has begun above the reading line; null before. */
function useCurrent(links: readonly SectionLink[]): string | null {
  const [current, setCurrent] = useState<string | null>(null)
  useEffect(() => {
    const heads = links.flatMap(({ id }) => document.getElementById(id) ?? [])
    let frame = 0
    const settle = () => {
      frame = 0
      const line = window.innerHeight * READING_LINE
      const begun = heads.filter((head) => head.getBoundingClientRect().top <= line)
      setCurrent(begun.at(-1)?.id ?? null)
    }
    const onScroll = () => {
      if (frame === 0) frame = requestAnimationFrame(settle)
    }
    onScroll()
    window.addEventListener('scroll', onScroll, { passive: true })
    window.addEventListener('resize', onScroll)
    return () => {
      cancelAnimationFrame(frame)
      window.removeEventListener('scroll', onScroll)
      window.removeEventListener('resize', onScroll)
    }
  }, [links])
  return current
}

function Links({
  links,
  current,
  onChoose,
}: {
  links: readonly SectionLink[]
  current: string | null
  onChoose?: () => void
}) {
  return (
    <ol>
      {links.map(({ id, title }) => (
        <li key={id}>
          <a
            href={`#${id}`}
            aria-current={id === current ? 'location' : undefined}
            onClick={onChoose}
          >
            {title}
          </a>
        </li>
      ))}
    </ol>
  )
}

/**
 * The sections of a lesson by name, the one that is read marked: beside the text on wide screens; on
 * narrow ones behind one line that stays in view and says where one is. Without a script the links
 * work and nothing is marked.
 */
export function SectionLinks({
  links,
  words,
}: {
  links: readonly SectionLink[]
  /** `place` with {number}, {count} and {title}. */
  words: { lesson: string; closed: string; place: string }
}) {
  const current = useCurrent(links)
  const [isOpen, setOpen] = useState(false)
  const at = links.findIndex(({ id }) => id === current)
  const place = { number: at + 1, count: links.length, title: links[at]?.title ?? '' }
  return (
    <>
      <div className="toc-wide">
        <p className="tag">{words.lesson}</p>
        <Links links={links} current={current} />
      </div>
      <details
        className="toc-narrow"
        open={isOpen}
        onToggle={(event) => setOpen(event.currentTarget.open)}
      >
        <summary>{at < 0 ? words.closed : fill(words.place, place)}</summary>
        <Links links={links} current={current} onChoose={() => setOpen(false)} />
      </details>
    </>
  )
}
