import { useTranslations } from 'next-intl'
import type { ComponentProps } from 'react'
import type { NextStep as Step } from '@/lib/domain/next-step'
import { formatScore } from '@/lib/domain/score-format'
import type { Command } from '@/lib/form'
import { NextStep } from './next-step'

type Words = ComponentProps<typeof NextStep>
type Told = { [K in Step['kind']]: (step: Extract<Step, { kind: K }>) => Words }

/** The recommended next step in words; every kind of step has its own. */
export function Recommended({
  step,
  courseSlug,
  mix = null,
}: {
  step: Step
  courseSlug: string
  /** Begins a mixed quiz; without it the step leads to the course, where it can be begun. */
  mix?: Command | null
}) {
  const t = useTranslations('step')
  const course = `/courses/${courseSlug}`
  const told: Told = {
    continue: ({ attemptId, title }) => ({
      title: t('continue.title', { title }),
      reason: t('continue.reason'),
      href: `/attempts/${attemptId}`,
      action: t('continue.action'),
    }),
    review: ({ count }) => ({
      title: t('review.title', { count }),
      reason: t('review.reason', { count, minutes: Math.max(1, Math.round(count / 2)) }),
      href: '/review',
      action: t('review.action'),
    }),
    mixed: ({ count }) => ({
      title: t('mixed.title'),
      reason: t('mixed.reason', { count }),
      href: `${course}#mixed`,
      action: t('mixed.action'),
      command: mix && { run: mix, fields: { course: courseSlug } },
    }),
    read: ({ lesson, title, minutes, anchor }) => ({
      title: t('read.title', { title }),
      reason: t(anchor ? 'read.begun' : 'read.reason', { minutes }),
      href: `${course}/lessons/${lesson}${anchor ? `#${anchor}` : ''}`,
      action: t(anchor ? 'read.resume' : 'read.action'),
    }),
    take: ({ quiz, title }) => ({
      title: t('take.title', { title }),
      reason: t('take.reason'),
      href: `${course}/quizzes/${quiz}`,
      action: t('take.action'),
    }),
    again: ({ quiz, title, earned, points, latestId }) => ({
      title: t('again.title', { title }),
      reason: t('again.reason', { earned: formatScore(earned).text, points }),
      href: `${course}/quizzes/${quiz}`,
      action: t('again.action'),
      look: { href: `/attempts/${latestId}/result`, label: t('again.look') },
    }),
    practise: ({ quiz, title, minutes }) => ({
      title: t('practise.title', { title }),
      reason: t('practise.reason', { minutes }),
      href: `${course}/quizzes/${quiz}`,
      action: t('practise.action'),
    }),
    done: () => ({
      title: t('done.title'),
      reason: t('done.reason'),
      href: course,
      action: t('done.action'),
    }),
  }
  const words = (told[step.kind] as (step: Step) => Words)(step)
  return <NextStep {...words} />
}
