import { useEffect, useRef } from 'react'
import type { NavigatorItem } from '@/lib/domain/open-attempt'
import { numbersOn, type RangeForms, rangeText } from './pages'

/** Keeps the document's title in step with a page that was turned here: it names the questions, too. */
export function useTitle(
  navigator: readonly NavigatorItem[],
  words: RangeForms,
  firstPage: number,
  page: number,
): void {
  const textOf = (of: number) => rangeText(words, numbersOn(navigator, of), navigator.length)
  const said = useRef(textOf(firstPage))
  const text = textOf(page)
  useEffect(() => {
    document.title = document.title.replace(said.current, text)
    said.current = text
  }, [text])
}
