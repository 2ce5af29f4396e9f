import { useTranslations } from 'next-intl'
import { scoreText } from '@/components/result/words'
import { ButtonLink } from '@/components/ui/button'
import { DataTable } from '@/components/ui/data-table'
import { EmptyState } from '@/components/ui/empty-state'
import { State } from '@/components/ui/state'
import type { OwnAssignment } from '@/lib/domain/class'

function Standing({ assignment: { best, openAttemptId } }: { assignment: OwnAssignment }) {
  const t = useTranslations('classes')
  const results = useTranslations('result')
  if (best) {
    const score = results('cell', {
      earned: scoreText(best.earned, results.raw('explanation.about')),
      points: best.points,
    })
    return (
      <>
        {t('done', { score })} <a href={`/attempts/${best.attemptId}/result`}>{t('result')}</a>
      </>
    )
  }
  return <State state="blank">{t(openAttemptId ? 'open' : 'todo')}</State>
}

/** What is set for a student, how far each quiz has come, and the way in. */
export function AssignmentList({ assignments }: { assignments: readonly OwnAssignment[] }) {
  const t = useTranslations('classes')
  if (assignments.length === 0)
    return <EmptyState title={t('nothingSet')}>{t('nothingSetText')}</EmptyState>
  return (
    <DataTable label={t('set')}>
      <thead>
        <tr>
          <th scope="col">{t('quiz')}</th>
          <th scope="col">{t('state')}</th>
          <th scope="col">{t('do')}</th>
        </tr>
      </thead>
      <tbody>
        {assignments.map((assignment) => {
          const { assignmentId, courseSlug, slug, title, openAttemptId, best } = assignment
          const quiz = `/courses/${courseSlug}/quizzes/${slug}?assignment=${assignmentId}`
          return (
            <tr key={assignmentId}>
              <th scope="row">{title}</th>
              <td>
                <Standing assignment={assignment} />
              </td>
              <td>
                <ButtonLink href={openAttemptId ? `/attempts/${openAttemptId}` : quiz}>
                  {t(openAttemptId ? 'goOn' : best ? 'again' : 'begin')}
                </ButtonLink>
              </td>
            </tr>
          )
        })}
      </tbody>
    </DataTable>
  )
}
