import { useEffect, useState } from 'react'

/** The page (from 1) that an address asks for, or null. */
function pageIn(search: string): number | null {
  const page = Number(new URLSearchParams(search).get('page') ?? Number.NaN)
  return Number.isInteger(page) && page >= 1 ? page : null
}

/**
 * The page of an attempt that is shown. Where the whole paper is in the browser, it is turned here,
 * with an address and a way back of its own, so that it can be turned without a network.
 */
export function usePage(first: number, pageCount: number) {
  const [page, setPage] = useState(first)
  /** The question that was asked for by its number; null: the page as a whole. */
  const [question, setQuestion] = useState<string | null>(null)

  useEffect(() => {
    const show = () => {
      setQuestion(null)
      setPage(Math.min(pageIn(window.location.search) ?? first, pageCount))
    }
    window.addEventListener('popstate', show)
    return () => window.removeEventListener('popstate', show)
  }, [first, pageCount])

  function turn(to: number, toQuestion: string | null) {
    window.history.pushState(null, '', `?page=${to}`)
    setQuestion(toQuestion)
    setPage(to)
  }

  return { page, question, turn }
}
