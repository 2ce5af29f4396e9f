import { useTranslations } from 'next-intl'
import type messages from '@/content/messages/en.json'
import { HINTS_BELOW, LEAST_ATTEMPTS } from '@/lib/domain/item-reading'

type Words = (typeof messages)['analysis']['formulas']
type Term = keyof Words['terms'] & keyof Words['texts']

const TERMS: readonly Term[] = [
  'facility',
  'discrimination',
  'efficiency',
  'readings',
  'ranges',
  'least',
  'guess',
  'weights',
  'alpha',
  'error',
  'shape',
]
const SOURCES: readonly [keyof Words['sources'], string | null][] = [
  ['moodle', 'https://docs.moodle.org/28/en/Development:Quiz_report_statistics'],
  [
    'code',
    'https://github.com/moodle/moodle/blob/main/question/classes/statistics/questions/calculator.php',
  ],
  [
    'newcombe',
    'https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8%3C857::AID-SIM777%3E3.0.CO;2-E',
  ],
  ['fisher', null],
]

/** How every figure of the page is computed, and where that comes from. */
export function Formulas() {
  const t = useTranslations('analysis.formulas')
  return (
    <section className="mt-16" aria-labelledby="formulas">
      <h2 id="formulas" className="mb-4">
        {t('title')}
      </h2>
      <p className="measured mb-4">{t('intro')}</p>
      <dl className="figures">
        {TERMS.map((term) => (
          <div key={term}>
            <dt>{t(`terms.${term}`)}</dt>
            <dd>{t(`texts.${term}`, { least: LEAST_ATTEMPTS, hints: HINTS_BELOW })}</dd>
          </div>
        ))}
      </dl>
      <ul className="sources mt-4">
        {SOURCES.map(([name, href]) => (
          <li key={name}>
            {href ? (
              <a href={href} rel="noreferrer">
                {t(`sources.${name}`)}
              </a>
            ) : (
              t(`sources.${name}`)
            )}
          </li>
        ))}
      </ul>
    </section>
  )
}
