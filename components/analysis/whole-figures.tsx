import { useTranslations } from 'next-intl'
import { fill } from '@/components/ui/words'
import type messages from '@/content/messages/en.json'
import type { ItemAnalysis } from '@/lib/domain/item-analysis'
import { type AlphaReading, LEAST_ATTEMPTS } from '@/lib/domain/item-reading'
import { FigureList } from './figure-list'
import { decimals } from './numbers'

type AlphaWords = (typeof messages)['analysis']['alpha'] & Record<AlphaReading, string>

/** What the scores of the quiz as a whole say; alpha with its reading, or with why there is none. */
export function WholeFigures({ analysis: { quiz, points, alpha } }: { analysis: ItemAnalysis }) {
  const t = useTranslations('analysis')
  const alphas: AlphaWords = t.raw('alpha')
  const alphaWords = fill(alphas[alpha], { least: LEAST_ATTEMPTS })
  const marks = (value: number | null, words: 'marks' | 'spread' = 'marks') =>
    value === null
      ? t('none')
      : t(`whole.${words}`, {
          percent: decimals((100 * value) / points, 0),
          marks: decimals(value),
          points,
        })
  const plain = (value: number | null) => (value === null ? t('none') : decimals(value))
  const { internalConsistency } = quiz
  const figures = {
    mean: marks(quiz.mean),
    median: marks(quiz.median),
    deviation: marks(quiz.standardDeviation, 'spread'),
    alpha:
      internalConsistency === null ? (
        alphaWords
      ) : (
        <>
          {t('percent', { value: decimals(internalConsistency, 0) })}
          <span className="cap block">{alphaWords}</span>
        </>
      ),
    error:
      quiz.standardError === null
        ? t('none')
        : t('whole.errorText', { value: decimals(quiz.standardError) }),
    skewness: plain(quiz.skewness),
    kurtosis: plain(quiz.kurtosis),
  }
  return (
    <FigureList
      label={t('whole.title')}
      figures={(Object.keys(figures) as (keyof typeof figures)[]).map((name) => ({
        name: t(`whole.${name}`),
        value: figures[name],
      }))}
    />
  )
}
