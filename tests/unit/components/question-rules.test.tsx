import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { QuestionRules } from '@/components/assignment/question-rules'
import { RulesList } from '@/components/assignment/rules-list'
import messages from '@/content/messages/en.json'
import { DEFAULT_RULES, type Rules } from '@/lib/domain/assignment'

const textOf = (element: React.ReactNode) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={messages}>
      {element}
    </NextIntlClientProvider>,
  ).replace(/(<[^>]*>)+/g, '|')

const form = (least: number, most: number) =>
  textOf(<QuestionRules rules={DEFAULT_RULES} pool={{ questions: 12, points: { least, most } }} />)

it('warns where questions are worth different points, and only there', () => {
  expect(form(1, 3)).toContain('worth from 1 to 3 points')
  expect(form(2, 2)).not.toContain('worth from')
  expect(form(2, 2)).toContain('This quiz has 12; empty: all of them.')
})

const WINDOW = { opensAt: null, dueAt: null, closesAt: null, limit: null, attempts: 1 }
const rules = (changes: Partial<Rules>, pool = 10) =>
  textOf(
    <RulesList
      rules={{ ...DEFAULT_RULES, ...changes }}
      pool={pool}
      window={WINDOW}
      lastClose={null}
      extraTime="none"
      used={0}
      timeZone="UTC"
    />,
  )

it('tells a student before starting what tries cost, what certainty earns, and how many are drawn', () => {
  const tries = { behaviour: 'interactive', tries: 4, penaltyPercent: 30 } as const
  expect(rules(tries)).toContain('with 4 tries: each further try takes 30 % off')
  expect(rules({ ...tries, penaltyPercent: 0 })).toContain('further tries cost nothing')
  expect(rules({ behaviour: 'certainty' })).toContain('Quite sure: right +3, wrong −6')
  expect(rules({ ask: 4 })).toContain('4 of 10, drawn anew for each attempt')
  expect(rules({ ask: 10 })).not.toContain('drawn anew')
  expect(rules({})).not.toContain('How sure you are')
})
