'use client'

import { useRouter } from 'next/navigation'
import { useEffect, useState } from 'react'
import { Notice } from '@/components/ui/notice'
import { counted } from '@/components/ui/words'
import type messages from '@/content/messages/en.json'
import { type KeptNews, sendKept } from './send-kept'

type Words = (typeof messages)['attempt']['kept']

const PATIENCE = 15_000

/** What became of them, in the words' keys with how many; only of what there is. */
const saidOf = ({ all, left, late, refused }: KeptNews) =>
  (
    [
      ['waiting', left],
      ['sent', all - left - late - refused],
      ['late', late],
      ['refused', refused],
    ] as const
  ).filter(([, count]) => count > 0)

/** Sends what this browser has kept of a learner, and says what becomes of it; mostly there is nothing. */
export function KeptNotice({ learner, words }: { learner: string; words: Words }) {
  const [news, setNews] = useState<KeptNews | null>(null)
  const router = useRouter()
  const isSent = news !== null && news.all > 0 && news.left === 0

  useEffect(() => {
    let isHere = true
    const tell = (next: KeptNews) => {
      if (isHere && next.all > 0) setNews(next)
    }
    const sending = sendKept(learner, tell, PATIENCE)
    void sending.then(({ news: last }) => tell(last))
    return () => {
      isHere = false
      void sending.then(({ stop }) => stop())
    }
  }, [learner])

  // The page was made before these answers arrived.
  useEffect(() => {
    if (isSent) router.refresh()
  }, [isSent, router])

  return (
    <div aria-live="polite" className="empty:hidden my-5">
      {news && (
        <Notice tone={news.left > 0 ? 'trouble' : 'information'}>
          {saidOf(news).map(([which, count]) => (
            <p key={which}>{counted(words[which], count)}</p>
          ))}
        </Notice>
      )}
    </div>
  )
}
