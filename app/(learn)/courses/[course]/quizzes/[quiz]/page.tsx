import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { OwnAttempts } from '@/components/attempt/own-attempts'
import { SureChoice } from '@/components/attempt/sure-choice'
import { Page } from '@/components/site/page'
import { Button } from '@/components/ui/button'
import { Crumbs } from '@/components/ui/crumbs'
import { Notice } from '@/components/ui/notice'
import { findViewer } from '@/lib/auth/viewer'
import { findCourse } from '@/lib/content/library'
import { findProgress } from '@/lib/data/progress'
import { findSettings } from '@/lib/data/study-settings'
import type { Mode } from '@/lib/domain/course'
import { measureOf, poolOf } from '@/lib/domain/release'
import type { Command } from '@/lib/form'
import { startPractice, startTest } from './actions'

type Props = {
  params: Promise<{ course: string; quiz: string }>
  searchParams: Promise<{ read?: string }>
}

async function quizAt({ params }: Pick<Props, 'params'>) {
  const { course: courseSlug, quiz: slug } = await params
  const course = await findCourse(courseSlug)
  const quiz = course?.quizzes.find((each) => each.slug === slug)
  return course && quiz ? { course, slug, file: quiz.file } : null
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const found = await quizAt(props)
  const t = await getTranslations('quiz')
  return found
    ? { title: t('title', { title: found.file.title }), description: found.file.summary }
    : {}
}

const starts: Record<Mode, Command> = { test: startTest, practice: startPractice }

export default async function QuizPage(props: Props) {
  const { course, slug, file } = (await quizAt(props)) ?? notFound()
  const { read } = await props.searchParams
  const t = await getTranslations('quiz')
  const viewer = await findViewer()
  const { attempts, reads } = viewer ? await findProgress(viewer) : { attempts: [], reads: [] }
  const settings = viewer ? await findSettings(viewer) : null
  const own = attempts.filter(
    (each) => each.courseSlug === course.slug && each.slug === slug && each.purpose !== 'mixed',
  )
  const here = `/courses/${course.slug}/quizzes/${slug}`
  const lesson = course.lessons.find((each) => each.slug === file.lesson)
  const following = lesson && course.lessons[course.lessons.indexOf(lesson) + 1]
  const { questions, points } = measureOf(course, { slug, file })
  return (
    <Page viewer={viewer} current="courses">
      <Crumbs
        items={[
          { label: course.file.title, href: `/courses/${course.slug}` },
          ...(lesson
            ? [{ label: lesson.head.short, href: `/courses/${course.slug}/lessons/${lesson.slug}` }]
            : []),
          { label: t('crumb') },
        ]}
      />
      {read && lesson && reads.some(({ lessonSlug }) => lessonSlug === lesson.slug) && (
        <Notice tone="information" title={t('read.title', { title: lesson.head.short })}>
          {t('read.text')}{' '}
          {following && (
            <a href={`/courses/${course.slug}/lessons/${following.slug}`}>
              {t('read.next', { title: following.head.short })}
            </a>
          )}
        </Notice>
      )}
      <h1 className="mt-2">{t('title', { title: file.title })}</h1>
      <p className="lead my-5">{file.summary}</p>
      <p className="cap">
        {t('facts', { questions, points, minutes: file.minutes })}
        {file.draw.length > 0 && (
          <> {t('drawn', { pool: poolOf(course, { slug, file }).questions.length })}</>
        )}
        {file.pass && <> {t('pass', { percent: file.pass })}</>}
      </p>
      <div className="mt-8 grid gap-8 border-t border-frame pt-6 md:grid-cols-2">
        {file.modes.map((mode, place) => {
          const open = own.find(
            (each) =>
              each.mode === mode &&
              each.purpose === 'whole' &&
              each.submittedAt === null &&
              each.assignmentId === null,
          )
          return (
            <section
              key={mode}
              aria-labelledby={`${mode}-title`}
              className="grid content-start gap-4"
            >
              <h2 id={`${mode}-title`}>{t(`${mode}.title`)}</h2>
              <p className="max-w-measure">{t(`${mode}.text`)}</p>
              <form action={starts[mode]}>
                <input type="hidden" name="course" value={course.slug} />
                <input type="hidden" name="quiz" value={slug} />
                <input type="hidden" name="back" value={here} />
                {mode === 'practice' && !open && (
                  <SureChoice isAsked={settings?.asksCertainty ?? false} />
                )}
                <Button type="submit" variant={place === 0 ? 'main' : 'plain'}>
                  {t(open ? `${mode}.continue` : `${mode}.start`)}
                </Button>
              </form>
              {mode === 'test' && (!viewer || viewer.isGuest) && (
                <p className="cap">{t('test.needsAccount')}</p>
              )}
            </section>
          )
        })}
      </div>
      <OwnAttempts attempts={own} />
    </Page>
  )
}
