import { Button } from '@/components/ui/button'
import { fill } from '@/components/ui/words'
import type { Command } from '@/lib/form'

export interface ExtendWords {
  /** With {minutes}. */
  minutes: string
  give: string
  /** With {name}. */
  giveTo: string
}

const CHOICES = [5, 10, 15, 30]

/** More minutes for one student at work. */
export function ExtendForm({
  action,
  hidden,
  name,
  words,
}: {
  action: Command
  hidden: Record<string, string>
  name: string
  words: ExtendWords
}) {
  return (
    <form action={action} className="flex items-center gap-2">
      {Object.entries(hidden).map(([field, value]) => (
        <input key={field} type="hidden" name={field} value={value} />
      ))}
      <span className="inline-block w-28">
        <select name="minutes" className="sel" aria-label={fill(words.giveTo, { name })}>
          {CHOICES.map((minutes) => (
            <option key={minutes} value={minutes}>
              {fill(words.minutes, { minutes })}
            </option>
          ))}
        </select>
      </span>
      <Button type="submit" aria-label={`${words.give}: ${name}`}>
        {words.give}
      </Button>
    </form>
  )
}
