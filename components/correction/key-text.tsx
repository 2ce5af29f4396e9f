import { useTranslations } from 'next-intl'
import { ruleOf } from '@/lib/domain/question/publish'
import type { AuthoredQuestion } from '@/lib/domain/question/question'
import { keyLines } from '@/lib/domain/questions-page'

/** The right answer of a question in one line. */
export function KeyText({ question }: { question: AuthoredQuestion }) {
  const t = useTranslations('corrections')
  const part = useTranslations('result.explanation.part')
  const text = keyLines(question)
    .map((line) =>
      line.label === null
        ? line.text
        : `${part(ruleOf(question), { label: line.label })}: ${line.text}`,
    )
    .join(' · ')
  return <>{t('answer', { text })}</>
}
