import { useTranslations } from 'next-intl'
import { LEVELS } from '@/lib/domain/mastery'
import { LevelMark } from './level-mark'

/** What lifts an objective to each level, and what lowers it. */
export function LevelRules() {
  const t = useTranslations('mastery.rule')
  return (
    <>
      <ol className="level-rules">
        {LEVELS.map((level) => (
          <li key={level}>
            <LevelMark seed="key" level={level} />
            <p>{t(`level.${level}`)}</p>
          </li>
        ))}
      </ol>
      <h2 className="mt-12 mb-3">{t('downTitle')}</h2>
      <p>{t('down')}</p>
      <h2 className="mt-12 mb-3">{t('reviewTitle')}</h2>
      <p>{t('review')}</p>
      <h2 className="mt-12 mb-3">{t('lessonTitle')}</h2>
      <p>{t('lesson')}</p>
    </>
  )
}
