import { useTranslations } from 'next-intl'
import { Button } from '@/components/ui/button'

export interface AssignableQuiz {
  id: string
  title: string
  questions: number
}

/** Chooses one of the published quizzes that allow a test; how it is set is said on the next page. */
export function AssignForm({
  classId,
  quizzes,
}: {
  classId: string
  quizzes: readonly AssignableQuiz[]
}) {
  const t = useTranslations('classes')
  return (
    <form action={`/classes/${classId}/quizzes`} className="grid max-w-md gap-5">
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
      <div>
        <Button type="submit">{t('assign')}</Button>
      </div>
    </form>
  )
}
