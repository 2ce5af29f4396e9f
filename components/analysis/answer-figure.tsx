import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/data-table'
import { State } from '@/components/ui/state'
import type { AnsweredPart, ItemAnswers } from '@/lib/domain/item-answers'
import { AnalysisFigure } from './analysis-figure'
import { AnswerBars, BARS } from './answer-bars'
import { letterOf, wholePercent } from './numbers'
import { WhoList } from './who-list'

function AnswerTable({
  label,
  part: { answers, rest },
  blank,
  asked,
}: {
  label: string
  part: AnsweredPart
  blank: ItemAnswers['blank']
  asked: number
}) {
  const t = useTranslations('analysis')
  const percent = (share: number) => t('percent', { value: wholePercent(share) })
  return (
    <DataTable label={label}>
      <thead>
        <tr>
          <th scope="col">{t('item.letter')}</th>
          <th scope="col">{t('item.answer')}</th>
          <th scope="col" className="n">
            {t('item.count')}
          </th>
          <th scope="col" className="n">
            {t('item.share')}
          </th>
          <th scope="col">{t('item.who')}</th>
        </tr>
      </thead>
      <tbody>
        {answers.map(({ id, text, isKey, share, who }, place) => (
          <tr key={id}>
            <td>{letterOf(place)}</td>
            <th scope="row" className="said">
              {text || t('item.nothing')}{' '}
              {isKey && <State state="right">{t('item.keyWord')}</State>}
            </th>
            <td className="n">{who.length}</td>
            <td className="n">{percent(share)}</td>
            <td>
              <WhoList who={who} />
            </td>
          </tr>
        ))}
        {rest.answers > 0 && (
          <tr>
            <td />
            <th scope="row">{t('item.rest', { count: rest.answers, times: rest.who.length })}</th>
            <td className="n">{rest.who.length}</td>
            <td className="n">{percent(rest.who.length / asked)}</td>
            <td>
              <WhoList who={rest.who} />
            </td>
          </tr>
        )}
        {blank.length > 0 && (
          <tr>
            <td />
            <th scope="row">
              <State state="blank">{t('item.blank')}</State>
            </th>
            <td className="n">{blank.length}</td>
            <td className="n">{percent(blank.length / asked)}</td>
            <td>
              <WhoList who={blank} />
            </td>
          </tr>
        )}
      </tbody>
    </DataTable>
  )
}

/** The answers to one part of a question as bars and as a table. */
export function AnswerFigure({
  id,
  name,
  part,
  answers: { asked, blank },
}: {
  id: string
  /** The part in words, or null where the question has one. */
  name: string | null
  part: AnsweredPart
  answers: ItemAnswers
}) {
  const t = useTranslations('analysis.item')
  const words = useTranslations('analysis')
  const { answers } = part
  const right = answers.filter(({ isKey }) => isKey)
  const wrong = answers.filter(({ isKey, who }) => !isKey && who.length > 0)
  const most = wrong.reduce((top, each) => Math.max(top, each.share), 0)
  const first = answers.findIndex(({ isKey, share }) => !isKey && share === most)
  const percent = (share: number) => words('percent', { value: wholePercent(share) })
  const title = name === null ? t('answers') : t('answersPart', { part: name })
  return (
    <AnalysisFigure
      id={id}
      title={title}
      description={t('description', {
        key: right.filter(({ who }) => who.length > 0).length,
        keyShare: right.map(({ share }) => percent(share)).join(', '),
        wrong: wrong.length,
        letter: letterOf(Math.max(0, first)),
        wrongShare: percent(most),
      })}
      wide={<AnswerBars answers={answers} box={BARS.wide} />}
      narrow={<AnswerBars answers={answers} box={BARS.narrow} />}
    >
      <AnswerTable label={title} part={part} blank={blank} asked={asked} />
    </AnalysisFigure>
  )
}
