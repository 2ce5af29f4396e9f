import { useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { counted, fill } from '@/components/ui/words'
import type { SheetWords } from './words'

const MINUTE = 60_000
/** In the last two minutes the seconds are shown. */
const CLOSE = 2 * MINUTE
/** Said once each, so that nobody who cannot see the clock is surprised. */
const SAID = [10, 5, 1]

type Words = SheetWords['clock']

/** "12 minutes left", and in the last two minutes "1:05 left". */
export function leftText(left: number, words: Words): string {
  if (left > CLOSE) return counted(words.minutes, Math.ceil(left / MINUTE))
  const seconds = Math.ceil(left / 1000)
  const time = `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
  return fill(words.left, { time })
}

/** The last of the minutes that are said which has been reached; null before the first. */
export const saidAt = (left: number): number | null =>
  SAID.findLast((minutes) => left <= minutes * MINUTE) ?? null

/** At the end the time is shown, whatever was wished. */
export const isTimeShown = (left: number, isHidden: boolean): boolean => left <= CLOSE || !isHidden

/** The time that is left: in minutes, at the end in seconds; it can be hidden until then. */
export function TimeLeft({
  left,
  isHidden,
  onHide,
  words,
}: {
  left: number
  isHidden: boolean
  onHide(isHidden: boolean): void
  words: Words
}) {
  const isClose = left <= CLOSE
  const said = saidAt(left)
  // What was reached before the page was opened is not news.
  const first = useRef(said)
  const [news, setNews] = useState('')
  useEffect(() => {
    if (said === null || said === first.current) return
    first.current = said
    setNews(counted(words.minutes, said))
  }, [said, words])
  return (
    <section className={isClose ? 'time-left close' : 'time-left'} aria-label={words.label}>
      <p aria-live="off">{isTimeShown(left, isHidden) ? leftText(left, words) : words.hidden}</p>
      <p className="vh" aria-live="polite">
        {news}
      </p>
      {!isClose && (
        <Button variant="quiet" onClick={() => onHide(!isHidden)}>
          {isHidden ? words.show : words.hide}
        </Button>
      )}
    </section>
  )
}
