import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { Explanation } from '@/components/result/explanation'
import messages from '@/content/messages/en.json'
import { explain } from '@/lib/domain/attempt'
import type { StoredResponse } from '@/lib/domain/question/publish'
import type { AuthoredQuestion } from '@/lib/domain/question/question'
import { noon, versionOf } from '@/tests/support/versions'
import { codeFor, rightAnswer, SEED, sample } from '@/tests/unit/question/samples'

/** What a marked answer is explained with, as text with a bar between its pieces. */
function explained(question: AuthoredQuestion, value: StoredResponse | null): string {
  const response = {
    value,
    version: 1,
    flagged: false,
    savedAt: noon,
    checkedAt: null,
    tries: [],
    certainty: null,
  }
  const attempt = {
    id: 'attempt',
    mode: 'test' as const,
    seed: SEED,
    behaviour: 'deferred' as const,
    optionsFixed: false,
    tries: null,
    penalty: null,
    startedAt: noon,
    deadline: null,
    submittedAt: noon,
    version: versionOf([question]),
    responses: [{ questionId: question.id, ...response }],
  }
  const words = { explanation: messages.result.explanation, rules: messages.rules }
  const html = renderToStaticMarkup(
    <Explanation explanation={explain(attempt, 0)} lessonHref={(slug) => slug} words={words} />,
  )
  return html.replace(/(<[^>]*>)+/g, '|')
}
const count = (text: string, part: string) => text.split(part).length - 1

describe('an explained answer', () => {
  it('has the reason of every wrong option, those that were not chosen folded away', () => {
    const question = sample('single-choice')
    const text = explained(question, codeFor(question, 'single four'))
    for (const word of ['one', 'three', 'four', 'five'])
      expect(count(text, `canary feedback single ${word}`), word).toBe(1)
    expect(text).not.toContain('canary feedback single two')
    expect(text).toMatch(
      /single two\|.*canary feedback single four.*\|The other options, and why not\|single one/,
    )
  })

  it('has nothing folded away where no option is left', () => {
    expect(explained(sample('short-text'), 'no')).not.toContain('The other options')
  })

  it('has the right order as one list, and a blank is said once', () => {
    const question = sample('ordering')
    const right = ['c', 'a', 'd', 'b'].map((id) => `item ${id} (canary note ${id})`).join('|')
    const blank = explained(question, null)
    expect(blank).toContain(`|The right order|${right}|`)
    expect(count(blank, 'no answer')).toBe(1)
    expect(blank).not.toContain('After “')
    const whole = explained(question, rightAnswer(question))
    expect(whole).toContain(`|The right order|${right}|`)
    expect(count(whole, 'After “')).toBe(3)
    expect(whole).not.toContain('Answer: ')
  })

  it('calls what is no number by that name and gives no reason of a wrong one', () => {
    const text = explained(sample('numeric'), 'forty')
    expect(text).toContain('|forty|Not a number|')
    expect(text).toContain('cannot be read as a number')
    expect(text).not.toContain('canary feedback')
  })

  it('says with the rule what a rounded score is exactly', () => {
    const question = sample('multiple-response', { points: 1 })
    const text = explained(question, [codeFor(question, 'multiple one')])
    expect(text).toMatch(/How it is scored: [^|]* Exactly 1\/3 of 1, shown as 0\.33\.\|/)
    expect(explained(question, null)).not.toContain('Exactly')
  })
})
