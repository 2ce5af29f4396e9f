import { useTranslations } from 'next-intl'
import { isTeaching, type Role } from '@/lib/domain/class'

const PLACES = ['rules', 'exceptions', 'live', 'late', 'analysis'] as const
type SetPlace = (typeof PLACES)[number]
/** Where something is changed. */
const FOR_TEACHERS: readonly SetPlace[] = ['rules', 'exceptions']

/** The pages about one quiz that is set in a class; those that change it are for who may. */
export function SetTabs({
  classId,
  quizId,
  role,
  current,
}: {
  classId: string
  quizId: string
  role: Role
  current: SetPlace
}) {
  const t = useTranslations('setPlaces')
  const home = `/classes/${classId}/quizzes/${quizId}`
  const places = PLACES.filter((place) => isTeaching(role) || !FOR_TEACHERS.includes(place))
  return (
    <nav className="place-bar" aria-label={t('label')}>
      <ul>
        {places.map((place) => (
          <li key={place}>
            <a
              href={place === 'rules' ? home : `${home}/${place}`}
              aria-current={place === current ? 'page' : undefined}
            >
              {t(place)}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  )
}
