'use client'

import { useEffect, useState } from 'react'
import { State, type StateName } from '@/components/ui/state'
import { TableFrame } from '@/components/ui/table-frame'
import { fill } from '@/components/ui/words'
import type { LiveRow, LiveState } from '@/lib/domain/live'
import type { Command } from '@/lib/form'
import { ExtendForm, type ExtendWords } from './extend-form'

export interface LiveWords extends ExtendWords {
  states: Record<LiveState, string>
  byClock: string
  /** With {answered} and {all}. */
  answered: string
  /** With {minutes}; from two hours on with {hours}, from two days on with {days}. */
  left: string
  leftHours: string
  leftDays: string
  student: string
  state: string
  progress: string
  time: string
  more: string
  label: string
  slide: string
  lost: string
}

const signs: Record<LiveState, StateName> = {
  'not-begun': 'blank',
  'at-work': 'saving',
  stuck: 'late',
  offline: 'unsaved',
  'handed-in': 'saved',
}
/** How often the page asks, in milliseconds. */
const ASKED = 5_000
const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

/** Begun minutes count as whole ones; of hours and days only those that are whole are promised. */
function leftIn(left: number, words: LiveWords): string {
  if (left >= 2 * DAY) return fill(words.leftDays, { days: Math.floor(left / DAY) })
  if (left >= 2 * HOUR) return fill(words.leftHours, { hours: Math.floor(left / HOUR) })
  return fill(words.left, { minutes: Math.ceil(left / MINUTE) })
}

const rowsIn = (body: unknown): LiveRow[] | null =>
  typeof body === 'object' && body !== null && 'rows' in body && Array.isArray(body.rows)
    ? (body.rows as LiveRow[])
    : null

/** The rows as they are now: asked for every few seconds, as long as somebody looks. */
function useRows(address: string, initial: readonly LiveRow[]) {
  const [rows, setRows] = useState(initial)
  const [isLost, setLost] = useState(false)
  // What the page itself brings anew, as after more time was given.
  useEffect(() => setRows(initial), [initial])
  useEffect(() => {
    const leaving = new AbortController()
    const ask = async () => {
      if (document.visibilityState !== 'visible') return
      const reply = await fetch(address, { signal: leaving.signal }).catch(() => null)
      const fresh = reply?.ok ? rowsIn(await reply.json().catch(() => null)) : null
      if (leaving.signal.aborted) return
      setLost(fresh === null)
      if (fresh) setRows(fresh)
    }
    const asking = setInterval(ask, ASKED)
    return () => {
      leaving.abort()
      clearInterval(asking)
    }
  }, [address])
  return { rows, isLost }
}

/** Who is where in a quiz, kept up to date by itself; without a script as it was when it was made. */
export function LiveTable({
  address,
  classId,
  quizId,
  initial,
  extend,
  words,
}: {
  address: string
  classId: string
  quizId: string
  initial: readonly LiveRow[]
  /** Null for who may look and not change. */
  extend: Command | null
  words: LiveWords
}) {
  const { rows, isLost } = useRows(address, initial)
  return (
    <>
      <p role="status" className="cap mb-3">
        {isLost ? words.lost : ''}
      </p>
      <TableFrame label={words.label} hint={words.slide}>
        <thead>
          <tr>
            <th scope="col">{words.student}</th>
            <th scope="col">{words.state}</th>
            <th scope="col" className="n">
              {words.progress}
            </th>
            <th scope="col" className="n">
              {words.time}
            </th>
            {extend && <th scope="col">{words.more}</th>}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.studentId}>
              <th scope="row">{row.name}</th>
              <td>
                <State state={signs[row.state]}>
                  {row.endedByClock ? words.byClock : words.states[row.state]}
                </State>
              </td>
              <td className="n">
                {row.attemptId && fill(words.answered, { answered: row.answered, all: row.asked })}
              </td>
              <td className="n">{row.left !== null && leftIn(row.left, words)}</td>
              {extend && (
                <td>
                  {row.left !== null && row.attemptId && (
                    <ExtendForm
                      action={extend}
                      hidden={{ classId, quizId, attemptId: row.attemptId }}
                      name={row.name}
                      words={words}
                    />
                  )}
                </td>
              )}
            </tr>
          ))}
        </tbody>
      </TableFrame>
    </>
  )
}
