import { useTranslations } from 'next-intl'
import { FormCheck, FormField, FormSelect } from '@/components/form/form-fields'
import { Notice } from '@/components/ui/notice'
import { BEHAVIOURS, type Rules } from '@/lib/domain/assignment'

/** What an attempt can be asked. */
export interface Pool {
  questions: number
  /** What its questions are worth, at the least and at the most. */
  points: { least: number; most: number }
}

/** How questions are asked and answered: which of them, in what order, and when a learner hears how it went. */
export function QuestionRules({ rules, pool }: { rules: Rules; pool: Pool }) {
  const t = useTranslations('assignment.form')
  const { questions, points } = pool
  return (
    <fieldset className="group">
      <legend>{t('questions')}</legend>
      <div className="side-by-side">
        <FormSelect
          name="behaviour"
          label={t('behaviour')}
          initial={rules.behaviour}
          options={BEHAVIOURS.map((value) => ({ value, label: t(`behaviours.${value}`) }))}
        />
        <FormField
          name="tries"
          label={t('tries')}
          help={t('triesHelp')}
          inputMode="numeric"
          initial={String(rules.tries)}
        />
        <FormField
          name="penaltyPercent"
          label={t('penaltyPercent')}
          help={t('penaltyHelp')}
          inputMode="numeric"
          initial={String(rules.penaltyPercent)}
        />
      </div>
      <div className="side-by-side">
        <FormField
          name="ask"
          label={t('ask')}
          help={t('askHelp', { questions })}
          inputMode="numeric"
          initial={rules.ask === null ? '' : String(rules.ask)}
        />
        <div className="ticks">
          <FormCheck
            name="shuffleQuestions"
            value="yes"
            label={t('shuffleQuestions')}
            initial={rules.shuffleQuestions}
          />
          <FormCheck
            name="shuffleOptions"
            value="yes"
            label={t('shuffleOptions')}
            initial={rules.shuffleOptions}
          />
        </div>
      </div>
      {points.least < points.most && (
        <Notice tone="information">{t('pointsDiffer', points)}</Notice>
      )}
    </fieldset>
  )
}
