import { useTranslations } from 'next-intl'
import { ActionForm } from '@/components/form/action-form'
import type { FormAction } from '@/lib/form'

export interface AssignableQuiz {
  id: string
  title: string
  questions: number
}

/** Sets one of the published quizzes that allow a test. */
export function AssignForm({
  classId,
  quizzes,
  assign,
}: {
  classId: string
  quizzes: readonly AssignableQuiz[]
  assign: FormAction
}) {
  const t = useTranslations('classes')
  return (
    <ActionForm
      action={assign}
      submit={t('assign')}
      fields={[]}
      hidden={{ classId, back: `/classes/${classId}` }}
    >
      <div className="field">
        <label htmlFor="quizId">{t('quiz')}</label>
        <select id="quizId" name="quizId" className="sel">
          {quizzes.map(({ id, title, questions }) => (
            <option key={id} value={id}>
              {t('quizOption', { title, questions })}
            </option>
          ))}
        </select>
      </div>
    </ActionForm>
  )
}
