import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { QuestionField } from '@/components/question/question-field'
import messages from '@/content/messages/en.json'
import { mark, publish, readForm, type StoredResponse } from '@/lib/domain/question/publish'
import type { AuthoredQuestion } from '@/lib/domain/question/question'
import { oneOfEachKind } from './one-of-each-kind'

const SEED = 'a seed of the test'

function rendered(question: AuthoredQuestion, value: StoredResponse | null, isMarked = false) {
  return renderToStaticMarkup(
    <QuestionField
      question={publish(question, SEED)}
      value={value}
      onChange={() => {}}
      disabled={isMarked}
      marks={isMarked ? mark(question, SEED, value).parts : null}
      words={messages.question}
    />,
  )
}

/** What a browser without JavaScript would send for this markup: names with their values. */
function sent(html: string): [string, string][] {
  const attribute = (tag: string, name: string) =>
    new RegExp(`\\b${name}="([^"]*)"`).exec(tag)?.[1] ?? ''
  const inputs = [...html.matchAll(/<input[^>]*>/g)].map(([tag]) => tag)
  const selects = [...html.matchAll(/<select[^>]*>.*?<\/select>/g)].map(([tag]) => tag)
  return [
    ...inputs
      .filter((tag) => !/type="(?:radio|checkbox)"/.test(tag) || tag.includes('checked=""'))
      .map((tag): [string, string] => [attribute(tag, 'name'), attribute(tag, 'value')]),
    ...selects.map((tag): [string, string] => {
      const chosen = /<option[^>]*selected=""[^>]*>/.exec(tag)?.[0] ?? ''
      return [attribute(tag, 'name'), attribute(chosen, 'value')]
    }),
  ]
}

function readBack(question: AuthoredQuestion, html: string, pressed: string | null = null) {
  const fields = sent(html)
  return readForm(publish(question, SEED), {
    values: (suffix) => {
      const name = suffix === undefined ? `r.${question.id}` : `r.${question.id}.${suffix}`
      return fields.filter(([own]) => own === name).map(([, value]) => value)
    },
    pressed,
  })
}

describe.each(oneOfEachKind(SEED))('$question.kind', ({ question, answer }) => {
  test('a plain form sends back the answer that is shown', () =>
    expect(readBack(question, rendered(question, answer))).toEqual(answer))

  test('a plain form that nobody filled in sends a blank', () =>
    expect(readBack(question, rendered(question, null))).toBeNull())

  test('marked, it is disabled and says each verdict as a word', () => {
    const html = rendered(question, answer, true)
    const verdicts = new Set(mark(question, SEED, answer).parts.map(({ verdict }) => verdict))
    for (const verdict of verdicts)
      expect(html.toLowerCase()).toContain(messages.question.verdict[verdict].toLowerCase())
    for (const [tag] of html.matchAll(/<(?:input|select)[^>]*>/g)) expect(tag).toContain('disabled')
    expect(html).not.toContain('name="move"')
  })

  test('carries no style attribute, which the content security policy forbids', () =>
    expect(rendered(question, answer, true) + rendered(question, null)).not.toMatch(/\sstyle=/))
})
