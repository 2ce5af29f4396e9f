import { fill } from '@/components/ui/words'
import type { AttemptItem, NavigatorItem } from '@/lib/domain/open-attempt'
import { completeness } from '@/lib/domain/question/completeness'
import type { StoredResponse } from '@/lib/domain/question/publish'

export interface RangeForms {
  one: string
  two: string
  many: string
}

/** "Question 4 of 10", "Questions 6 and 7 of 10", "Questions 6 to 9 of 10"; numbers in order. */
export function rangeText(forms: RangeForms, numbers: readonly number[], all: number): string {
  const first = numbers[0] ?? 0
  const last = numbers.at(-1) ?? first
  const form = last === first ? forms.one : last === first + 1 ? forms.two : forms.many
  return fill(form, { first, last, all })
}

export const numbersOn = (navigator: readonly NavigatorItem[], page: number): number[] =>
  navigator.filter((item) => item.page === page).map(({ number }) => number)

/** Those of the questions that stand on a page. */
export const itemsOf = (
  items: readonly AttemptItem[],
  navigator: readonly NavigatorItem[],
  page: number,
): AttemptItem[] => {
  const numbers = numbersOn(navigator, page)
  return items.filter(({ number }) => numbers.includes(number))
}

/** The navigator with the answers of this page as they stand on the screen. */
export function liveNavigator(
  navigator: readonly NavigatorItem[],
  items: readonly AttemptItem[],
  answers: Readonly<Record<string, { value: StoredResponse | null; flagged: boolean }>>,
): NavigatorItem[] {
  return navigator.map((entry) => {
    const item = items.find(({ question }) => question.id === entry.id)
    const answer = answers[entry.id]
    if (!item || !answer) return entry
    return {
      ...entry,
      completeness: completeness(item.question, answer.value),
      flagged: answer.flagged,
    }
  })
}
