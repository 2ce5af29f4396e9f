import { useTranslations } from 'next-intl'
import { ButtonLink } from '@/components/ui/button'
import { EmptyState } from '@/components/ui/empty-state'
import { State } from '@/components/ui/state'
import type { OwnAssignment } from '@/lib/domain/class'
import { formatScore } from '@/lib/domain/score-format'

function Standing({
  assignment: { best, handedIn, openAttemptId },
}: {
  assignment: OwnAssignment
}) {
  const t = useTranslations('classes')
  const results = useTranslations('result')
  if (best) {
    const score = results('cell', {
      earned: formatScore(best.earned).text,
      points: best.points,
    })
    return (
      <>
        {t('done', { score })}{' '}
        <a className="go" href={`/attempts/${best.attemptId}/result`}>
          {t('result')}
        </a>
      </>
    )
  }
  if (handedIn > 0 && !openAttemptId) return <State state="saved">{t('handedIn')}</State>
  return <State state="blank">{t(openAttemptId ? 'open' : 'todo')}</State>
}

/** What is set for a student, how far each quiz has come, and the way in. */
export function AssignmentList({ assignments }: { assignments: readonly OwnAssignment[] }) {
  const t = useTranslations('classes')
  if (assignments.length === 0)
    return <EmptyState title={t('nothingSet')}>{t('nothingSetText')}</EmptyState>
  const first = assignments.find(({ handedIn }) => handedIn === 0)
  return (
    <ul className="tasks">
      {assignments.map((assignment) => {
        const { assignmentId, title, openAttemptId, handedIn } = assignment
        const quiz = `/assignments/${assignmentId}`
        return (
          <li key={assignmentId}>
            <div>
              <h3 id={assignmentId}>{title}</h3>
              <p>
                <Standing assignment={assignment} />
              </p>
            </div>
            <ButtonLink
              href={openAttemptId ? `/attempts/${openAttemptId}` : quiz}
              variant={assignment === first ? 'main' : 'plain'}
              aria-describedby={assignmentId}
            >
              {t(openAttemptId ? 'goOn' : handedIn > 0 ? 'again' : 'begin')}
            </ButtonLink>
          </li>
        )
      })}
    </ul>
  )
}
