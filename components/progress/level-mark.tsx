import { useTranslations } from 'next-intl'
import { LEVELS, type Level } from '@/lib/domain/mastery'
import { Island } from './island'

/** A level as its island and its word together. */
export function LevelMark({ seed, level }: { seed: string; level: Level }) {
  const t = useTranslations('progress')
  return (
    <span className="lvl">
      <Island seed={seed} level={level} size="small" />
      <span>{t(`level.${level}`)}</span>
    </span>
  )
}

/** How to read the islands: the five levels in order, each with its word. */
export function LevelKey() {
  const t = useTranslations('progress')
  return (
    <div className="level-key">
      <p className="tag">{t('key')}</p>
      <ul>
        {LEVELS.map((level) => (
          <li key={level}>
            <LevelMark seed="key" level={level} />
          </li>
        ))}
      </ul>
    </div>
  )
}
