import { useTranslations } from 'next-intl'
import { DataTable } from '@/components/ui/data-table'
import { State } from '@/components/ui/state'
import type { AnsweredPart, ItemAnswers } from '@/lib/domain/item-answers'
import { AnalysisFigure } from './analysis-figure'
import { AnswerBars, BARS } from './answer-bars'
import { letterOf, wholePercent } from './numbers'
import { type HrefOf, WhoList } from './who-list'

function AnswerTable({
  label,
  part: { answers, rest },
  blank,
  asked,
  hrefOf,
}: {
  label: string
  part: AnsweredPart
  blank: ItemAnswers['blank']
  asked: number
  hrefOf: HrefOf
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
        {answers.map((answer, place) => {
          const { id, text, isKey, count, share } = answer
          return (
            <tr key={id}>
              <td>{letterOf(place)}</td>
              <th scope="row" className="said">
                {text || t('item.nothing')}{' '}
                {isKey && <State state="right">{t('item.keyWord')}</State>}
              </th>
              <td className="n">{count}</td>
              <td className="n">{percent(share)}</td>
              <td>
                <WhoList of={answer} hrefOf={hrefOf} />
              </td>
            </tr>
          )
        })}
        {rest.answers > 0 && (
          <tr>
            <td />
            <th scope="row">{t('item.rest', { count: rest.answers, times: rest.count })}</th>
            <td className="n">{rest.count}</td>
            <td className="n">{percent(rest.count / asked)}</td>
            <td>
              <WhoList of={rest} hrefOf={hrefOf} />
            </td>
          </tr>
        )}
        {blank.count > 0 && (
          <tr>
            <td />
            <th scope="row">
              <State state="blank">{t('item.blank')}</State>
            </th>
            <td className="n">{blank.count}</td>
            <td className="n">{percent(blank.count / asked)}</td>
            <td>
              <WhoList of={blank} hrefOf={hrefOf} />
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
  hrefOf,
}: {
  id: string
  /** The part in words, or null where the question has one. */
  name: string | null
  part: AnsweredPart
  answers: ItemAnswers
  hrefOf: HrefOf
}) {
  const t = useTranslations('analysis.item')
  const words = useTranslations('analysis')
  const { answers } = part
  const right = answers.filter(({ isKey }) => isKey)
  const wrong = answers.filter(({ isKey, count }) => !isKey && count > 0)
  const most = wrong.reduce((top, each) => Math.max(top, each.share), 0)
  const first = answers.findIndex(({ isKey, share }) => !isKey && share === most)
  const percent = (share: number) => words('percent', { value: wholePercent(share) })
  const title = name === null ? t('answers') : t('answersPart', { part: name })
  return (
    <AnalysisFigure
      id={id}
      title={title}
      description={t('description', {
        key: right.filter(({ count }) => count > 0).length,
        keyShare: right.map(({ share }) => percent(share)).join(', '),
        wrong: wrong.length,
        letter: letterOf(Math.max(0, first)),
        wrongShare: percent(most),
      })}
      wide={<AnswerBars answers={answers} box={BARS.wide} />}
      narrow={<AnswerBars answers={answers} box={BARS.narrow} />}
    >
      <AnswerTable label={title} part={part} blank={blank} asked={asked} hrefOf={hrefOf} />
    </AnalysisFigure>
  )
}
