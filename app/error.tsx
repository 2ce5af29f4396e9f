'use client'

import { Button } from '@/components/ui/button'

interface Words {
  title: string
  text: string
  again: string
}

function wordsOfPage(): Words {
  const text = typeof document === 'undefined' ? undefined : document.body.dataset.trouble
  return text ? JSON.parse(text) : { title: '', text: '', again: '' }
}

/** Nobody sees a stack trace. What was saved is saved; the page can be asked for again. */
export default function ErrorPage({ reset }: { error: Error; reset: () => void }) {
  const words = wordsOfPage()
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
