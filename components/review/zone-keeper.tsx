'use client'

import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { fill } from '@/components/ui/words'

const readable = (zone: string) => zone.replaceAll('_', ' ')

/**
 * Where nobody has said in which zone days change, the device's is taken; where the device is in
 * another one by now, its learner is asked.
 */
export function ZoneKeeper({
  stored,
  action,
  words,
}: {
  stored: string | null
  action(form: FormData): void | Promise<void>
  words: { title: string; text: string; change: string }
}) {
  const [here, setHere] = useState<string | null>(null)
  useEffect(() => {
    const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
    setHere(zone)
    if (stored !== null) return
    const form = new FormData()
    form.set('timeZone', zone)
    void action(form)
  }, [stored, action])
  if (stored === null || here === null || here === stored) return null
  return (
    <form action={action} className="my-5">
      <input type="hidden" name="timeZone" value={here} />
      <Notice tone="information" title={fill(words.title, { zone: readable(stored) })}>
        <p>{fill(words.text, { zone: readable(here) })}</p>
        <Button type="submit">{fill(words.change, { zone: readable(here) })}</Button>
      </Notice>
    </form>
  )
}
