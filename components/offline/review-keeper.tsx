'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { Notice } from '@/components/ui/notice'
import { counted } from '@/components/ui/words'
import { keepSet, sendAnswers } from './review-store'

/**
 * While there is a network: sends what was answered without one, then keeps what comes back today on
 * this device. Says how many answers have arrived.
 */
export function ReviewKeeper({
  learner,
  words,
}: {
  learner: string
  words: { one: string; other: string }
}) {
  const router = useRouter()
  const [arrived, setArrived] = useState(0)
  useEffect(() => {
    let isGone = false
    const work = async () => {
      const sent = await sendAnswers(learner, Date.now)
      const response = await fetch('/api/review').catch(() => null)
      if (response?.ok) keepSet(await response.json(), Date.now())
      if (isGone || sent === 0) return
      setArrived(sent)
      router.refresh()
    }
    void work()
    window.addEventListener('online', work)
    return () => {
      isGone = true
      window.removeEventListener('online', work)
    }
  }, [learner, router])
  return (
    <div aria-live="polite">
      {arrived > 0 && (
        <div className="my-5">
          <Notice tone="information">{counted(words, arrived)}</Notice>
        </div>
      )}
    </div>
  )
}
