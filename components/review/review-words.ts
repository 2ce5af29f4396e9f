import { type SheetWords, sheetWords } from '@/components/attempt/words'
import type messages from '@/content/messages/en.json'

/** All words of a question that comes back, as the browser gets them. */
export interface ReviewWords extends SheetWords {
  reviewing: (typeof messages)['reviewing']['form']
}

/** Takes them from the catalogue: `reviewWords((key) => t.raw(key))` with `t = useTranslations()`. */
export const reviewWords = (raw: (key: string) => unknown): ReviewWords =>
  ({ ...sheetWords(raw), reviewing: raw('reviewing.form') }) as ReviewWords
