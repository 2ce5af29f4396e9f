'use client'

import messages from '@/content/messages/en.json'
import { Button } from '@/components/ui/button'

/** Nobody sees a stack trace. What was saved is saved; the page can be asked for again. */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  const words = messages.trouble.broken
  return (
    <main id="main" className="page page-text">
      <h1>{words.title}</h1>
      <p className="lead my-5">{words.text}</p>
      <Button variant="main" onClick={reset}>
        {words.again}
      </Button>
    </main>
  )
}
