'use client'

import { useEffect, useState } from 'react'
import { fill } from '@/components/ui/words'
import { keepPlace, keptPlace, newer, placeIn } from './place-store'
import { standingIn } from './standing-request'

/** The share of the window's height, from its top, at which one reads. */
const READING_LINE = 0.35
/** Between two notes to the server. */
const PAUSE = 5_000

const places = () =>
  document.querySelectorAll<HTMLElement>(
    '.read section :is(h2.block[id], h3.block[id], .sentence[id])',
  )

/** The last place above the reading line; null at the very beginning, and `end` past the last section. */
function placeNow(): string | null | 'end' {
  const line = window.innerHeight * READING_LINE
  const end = document.querySelector('.read .read-end')
  if (end && end.getBoundingClientRect().top <= window.innerHeight * 0.6) return 'end'
  const passed = [...places()].filter((each) => each.getBoundingClientRect().top <= line)
  return window.scrollY < window.innerHeight / 2 ? null : (passed.at(-1)?.id ?? null)
}

/** What the reader was at: the title of the section in which an anchor stands. */
function titleAt(anchor: string): string | null {
  const section = document.getElementById(anchor)?.closest('section')
  return section?.querySelector('h2')?.textContent ?? null
}

/**
 * Keeps the place in a lesson, on this device and, for whoever has a session, on the server, and offers
 * to go on there. Nothing scrolls by itself.
 */
export function LessonPlace({
  courseSlug,
  lessonSlug,
  words,
}: {
  courseSlug: string
  lessonSlug: string
  words: { stopped: string; go: string }
}) {
  const [stopped, setStopped] = useState<{ anchor: string; title: string } | null>(null)

  useEffect(() => {
    if (window.location.hash !== '') return
    const device = keptPlace(courseSlug, lessonSlug, Date.now())
    let isGone = false
    void standingIn(courseSlug).then((body) => {
      const place = newer(device, placeIn(body, lessonSlug))
      const title = place && titleAt(place.anchor)
      if (!isGone && place && title) setStopped({ anchor: place.anchor, title })
    })
    return () => {
      isGone = true
    }
  }, [courseSlug, lessonSlug])

  useEffect(() => {
    let last: string | null | 'end' = null
    let sent: string | null = null
    let isSignedOut = false
    let timer = 0
    const send = () => {
      timer = 0
      if (isSignedOut || last === null || last === sent) return
      sent = last
      const body = JSON.stringify({ anchor: last === 'end' ? null : last, age: 0 })
      fetch(`/api/courses/${courseSlug}/lessons/${lessonSlug}/place`, {
        ...{ method: 'PUT', body, keepalive: true },
        headers: { 'content-type': 'application/json' },
      })
        .then(({ status }) => {
          if (status === 401) isSignedOut = true
        })
        // It is kept on this device, and goes with the next one.
        .catch(() => undefined)
    }
    const onScroll = () => {
      const now = placeNow()
      if (now === null || now === last) return
      last = now
      keepPlace(courseSlug, lessonSlug, now === 'end' ? null : now, Date.now())
      if (timer === 0) timer = window.setTimeout(send, PAUSE)
    }
    const onLeave = () => {
      window.clearTimeout(timer)
      send()
    }
    window.addEventListener('scroll', onScroll, { passive: true })
    window.addEventListener('pagehide', onLeave)
    return () => {
      window.removeEventListener('scroll', onScroll)
      window.removeEventListener('pagehide', onLeave)
      onLeave()
    }
  }, [courseSlug, lessonSlug])

  return stopped ? (
    <p className="stopped">
      {fill(words.stopped, { title: stopped.title })}{' '}
      <a href={`#${stopped.anchor}`} onClick={() => setStopped(null)}>
        {words.go}
      </a>
    </p>
  ) : null
}
