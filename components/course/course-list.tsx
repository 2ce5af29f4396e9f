import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'

/** The courses on the home page; `children` are `CourseSummary` rows. */
export function CourseList({ children }: { children: ReactNode }) {
  const t = useTranslations('course')
  return (
    <section className="courses" aria-labelledby="courses">
      <h2 id="courses">{t('courses')}</h2>
      <div className="course-list">{children}</div>
    </section>
  )
}
