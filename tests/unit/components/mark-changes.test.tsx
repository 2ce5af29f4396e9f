import { NextIntlClientProvider } from 'next-intl'
import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { MarkChanges } from '@/components/correction/mark-changes'
import messages from '@/content/messages/en.json'
import { fraction } from '@/lib/domain/fraction'
import type { ToldChange } from '@/lib/domain/mark-change'

const textOf = (kind: ToldChange['kind'], questionId: string | null) =>
  renderToStaticMarkup(
    <NextIntlClientProvider locale="en" timeZone="UTC" messages={messages}>
      <MarkChanges
        changes={[
          {
            id: 'change',
            kind,
            at: new Date('2026-03-10T12:00:00Z'),
            questionId,
            before: { earned: fraction(5), points: 8 },
            after: { earned: fraction(6), points: 8 },
            reason: null,
          },
        ]}
        numbers={new Map([['q3', 3]])}
        timeZone="UTC"
        isOwn
      />
    </NextIntlClientProvider>,
  )

it('names the question of a changed mark only where it may be told', () => {
  expect(textOf('correction', 'q3')).toContain('because question 3 was put right.')
  expect(textOf('correction', null)).toContain('because a question was put right.')
  expect(textOf('correction-undone', 'q3')).toContain('about question 3 was taken back.')
  expect(textOf('correction-undone', null)).toContain('about a question was taken back.')
})
