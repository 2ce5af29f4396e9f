import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { GradeHistory } from '@/components/gradebook/grade-history'
import messages from '@/content/messages/en.json'
import { GRADE_CHANGES, type GradeChange, readChangeValue } from '@/lib/domain/grade-change'

const change = (kind: GradeChange['kind'], before: unknown, after: unknown): GradeChange => ({
  id: kind,
  at: new Date('2026-03-10T12:00:00Z'),
  by: 'Ms Keller',
  kind,
  before: readChangeValue(before),
  after: readChangeValue(after),
  reason: 'a reason',
})
const rowsOf = (...history: GradeChange[]) =>
  renderToStaticMarkup(
    <NextIntlClientProvider
      locale="en"
      timeZone="UTC"
      messages={messages}
      onError={(error) => {
        throw error
      }}
    >
      <GradeHistory history={history} timeZone="UTC" />
    </NextIntlClientProvider>,
  ).replace(/(<[^>]*>)+/g, '|')

it('has words for every kind of change', () => {
  for (const kind of GRADE_CHANGES) expect(rowsOf(change(kind, null, null))).toContain('Ms Keller')
})

it('tells of a mark that was made anew what it was and what it is', () => {
  const attempt = { attemptId: 'a', correctionId: 'c', questionId: 'q1' }
  const marks = [
    { ...attempt, earned: { n: 1, d: 1 }, points: 3 },
    { ...attempt, earned: { n: 5, d: 2 }, points: 3 },
  ] as const
  expect(rowsOf(change('correction', ...marks))).toContain('|Question corrected|1 of 3|2.5 of 3|')
  expect(rowsOf(change('late-answers', ...marks))).toContain(
    '|Late answers accepted|1 of 3|2.5 of 3|',
  )
})
