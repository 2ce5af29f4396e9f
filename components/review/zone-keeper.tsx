'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { fill } from '@/components/ui/words'
import { emptyForm, type FormAction } from '@/lib/form'

const readable = (zone: string) => zone.replaceAll('_', ' ')

/**
 * Where nobody has said in which zone days change, the device's is taken; where the device is in
 * another one by now, its learner is asked. Without a script it is chosen in the settings.
 */
export function ZoneKeeper({
  stored,
  action,
  words,
}: {
  stored: string | null
  action: FormAction
  words: { title: string; text: string; change: string }
}) {
  const router = useRouter()
  const [here, setHere] = useState<string | null>(null)
  const [isDone, setDone] = useState(false)
  const keep = async (zone: string) => {
    const form = new FormData()
    form.set('timeZone', zone)
    setDone(true)
    await action(emptyForm, form)
    router.refresh()
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the page is there
  useEffect(() => {
    const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
    setHere(zone)
    if (stored === null) void keep(zone)
  }, [])
  if (stored === null || here === null || here === stored || isDone) return null
  return (
    <div className="my-5">
      <Notice tone="information" title={fill(words.title, { zone: readable(stored) })}>
        <p>{fill(words.text, { zone: readable(here) })}</p>
        <Button className="mt-3" onClick={() => void keep(here)}>
          {fill(words.change, { zone: readable(here) })}
        </Button>
      </Notice>
    </div>
  )
}
