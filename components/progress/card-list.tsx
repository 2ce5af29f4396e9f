import { useFormatter, useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/data-table'
import { recallOn } from '@/lib/domain/schedule'
import { type Day, toDate } from '@/lib/domain/study-day'
import type { OwnCard } from '@/lib/domain/study-history'

/** Every question that comes back, the next one first, with the chance to know it today. */
export function CardList({ cards, today }: { cards: readonly OwnCard[]; today: Day }) {
  const t = useTranslations('progressPage.cards')
  const format = useFormatter()
  return (
    <DataTable label={t('title')}>
      <thead>
        <tr>
          <th scope="col">{t('question')}</th>
          <th scope="col">{t('lesson')}</th>
          <th scope="col">{t('next')}</th>
          <th scope="col" className="n">
            {t('chance')}
          </th>
          <th scope="col" className="n">
            {t('answers')}
          </th>
        </tr>
      </thead>
      <tbody>
        {cards.map((card) => (
          <tr key={`${card.courseSlug}/${card.questionId}`}>
            <th scope="row">
              <a href={`/progress/cards/${card.courseSlug}/${card.questionId}`}>{card.prompt}</a>
            </th>
            <td>{card.lesson ?? '–'}</td>
            <td>
              {card.dueOn <= today
                ? t('today')
                : format.dateTime(toDate(card.dueOn), {
                    ...{ day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' },
                  })}
            </td>
            <td className="n">
              {t('percent', { percent: Math.round(100 * recallOn(card, today)) })}
            </td>
            <td className="n">{card.reps}</td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  )
}
