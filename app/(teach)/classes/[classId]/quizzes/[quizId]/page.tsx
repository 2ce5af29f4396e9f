import type { Metadata } from 'next'
import { notFound, redirect } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { cache } from 'react'
import { z } from 'zod'
import { SetTabs } from '@/components/assignment/set-tabs'
import { SettingForm } from '@/components/assignment/setting-form'
import { Page } from '@/components/site/page'
import { Crumbs } from '@/components/ui/crumbs'
import { findViewer, requireMember } from '@/lib/auth/viewer'
import { findSetting } from '@/lib/data/assignments'
import { findTaughtClass } from '@/lib/data/classes'
import { findVersion, listQuizzes } from '@/lib/data/quizzes'
import { DEFAULT_RULES } from '@/lib/domain/assignment'
import { isTeaching } from '@/lib/domain/class'
import { saveSetting } from './actions'

type Props = { params: Promise<{ classId: string; quizId: string }> }

/** Asked for once a request, by the title and by the page. */
const settingOf = cache(findSetting)
const idsSchema = z.object({ classId: z.uuid(), quizId: z.uuid() })

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const ids = idsSchema.safeParse(await params)
  const viewer = await findViewer()
  const isSet =
    viewer && ids.success && (await settingOf(viewer, ids.data.classId, ids.data.quizId))
  const t = await getTranslations('assignment')
  return { title: t(isSet ? 'changeTitle' : 'setTitle'), robots: { index: false } }
}

const NO_DATES = { opensAt: null, dueAt: null, closesAt: null }

export default async function SettingPage({ params }: Props) {
  const { classId, quizId } = await params
  const viewer = await requireMember(`/classes/${classId}/quizzes/${quizId}`)
  if (!z.uuid().safeParse(classId).success) notFound()
  const taught = (await findTaughtClass(viewer, classId)) ?? notFound()
  // Who only observes, or whose class is over, has nothing to set here; what they may see is beside it.
  if (!isTeaching(taught.role) || taught.archivedAt)
    redirect(`/classes/${classId}/quizzes/${quizId}/live`)
  const quizzes = await listQuizzes()
  const quiz =
    quizzes.find(({ id, modes }) => id === quizId && modes.includes('test')) ?? notFound()
  const setting = await settingOf(viewer, classId, quizId)
  const version = (await findVersion(quiz.versionId)) ?? notFound()
  const points = version.questions.map((question) => question.points)
  const t = await getTranslations('assignment')
  return (
    <Page viewer={viewer} current="classes">
      <Crumbs
        items={[{ label: taught.name, href: `/classes/${classId}` }, { label: quiz.short }]}
      />
      <h1 className="mt-2">{quiz.title}</h1>
      {setting && <SetTabs classId={classId} quizId={quizId} role={taught.role} current="rules" />}
      <p className="lead my-5">{t(setting ? 'changeLead' : 'setLead', { name: taught.name })}</p>
      <SettingForm
        action={saveSetting}
        classId={classId}
        quizId={quizId}
        timeZone={taught.timeZone}
        dates={setting ?? NO_DATES}
        rules={setting?.rules ?? DEFAULT_RULES}
        pool={{
          questions: quiz.questions,
          points: { least: Math.min(...points), most: Math.max(...points) },
        }}
        isNew={setting === null}
      />
    </Page>
  )
}
