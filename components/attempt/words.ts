import type { QuestionWords } from '@/components/question/words'
import type { ExplanationWords } from '@/components/result/words'
import type messages from '@/content/messages/en.json'

/** All words of an open attempt, as the browser gets them. */
export interface SheetWords extends ExplanationWords {
  sheet: (typeof messages)['attempt']['sheet']
  clock: (typeof messages)['attempt']['clock']
  question: QuestionWords
  keyboard: (typeof messages)['keyboard']
  behaviour: Pick<(typeof messages)['behaviour'], 'certainty' | 'tries'>
}

/** Takes them from the catalogue: `sheetWords((key) => t.raw(key))` with `t = useTranslations()`. */
export const sheetWords = (raw: (key: string) => unknown): SheetWords =>
  ({
    sheet: raw('attempt.sheet'),
    clock: raw('attempt.clock'),
    question: raw('question'),
    keyboard: raw('keyboard'),
    behaviour: { certainty: raw('behaviour.certainty'), tries: raw('behaviour.tries') },
    rules: raw('rules'),
    explanation: raw('result.explanation'),
  }) as SheetWords
