import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Button, ButtonLink } from '@/components/ui/button'
import { Crumbs } from '@/components/ui/crumbs'
import { Notice } from '@/components/ui/notice'
import { State, type StateName } from '@/components/ui/state'
import type { Mode } from '@/lib/domain/course'
import type { NavigatorItem } from '@/lib/domain/open-attempt'
import type { Completeness } from '@/lib/domain/question/completeness'

const states: Record<Completeness, StateName> = {
  answered: 'saved',
  started: 'part',
  'not-a-number': 'unsaved',
  blank: 'blank',
}

/** What is told of before it is handed in. */
const OPEN = ['blank', 'started', 'not-a-number'] as const satisfies readonly Completeness[]

/** Before handing in: every question with its state in words, what is blank, and the one button. */
export function ReviewPage({
  attemptId,
  crumbs,
  mode,
  navigator,
  prompts = {},
  pageHref,
  backHref,
  action,
  notice = null,
}: {
  attemptId: string
  crumbs: readonly { label: string; href?: string }[]
  mode: Mode
  navigator: readonly NavigatorItem[]
  /** By question id: what the learner reads beside the number. */
  prompts?: Readonly<Record<string, string>>
  /** The address of a page of the attempt, without an anchor. */
  pageHref(page: number): string
  backHref: string
  action(form: FormData): void | Promise<void>
  notice?: ReactNode
}) {
  const t = useTranslations('attempt.review')
  const count = (test: (item: NavigatorItem) => boolean) => navigator.filter(test).length
  const flagged = count((item) => item.flagged)
  const open = OPEN.map((state) =>
    t(state, { count: count(({ completeness }) => completeness === state) }),
  ).filter(Boolean)
  const sentence = open.length === 0 ? t('complete') : [...open, t(`ask.${mode}`)].join(' ')
  return (
    <div className="review">
      <Crumbs items={crumbs} />
      <h1>{t(`title.${mode}`)}</h1>
      {notice}
      <ol className="rvlist" aria-label={t('list')}>
        {navigator.map((item) => (
          <li key={item.id}>
            <a href={`${pageHref(item.page)}#q${item.number}`}>
              <span className="rn" aria-hidden="true">
                {item.number}
              </span>
              <span className="rt">
                <span className="vh">{t('question', { number: item.number })} </span>
                {prompts[item.id]}
              </span>
              <span className="rvstates">
                <State state={states[item.completeness]}>{t(`state.${item.completeness}`)}</State>
                {item.checked && <State state="saved">{t('state.checked')}</State>}
                {item.flagged && <State state="flagged">{t('state.flagged')}</State>}
              </span>
            </a>
          </li>
        ))}
      </ol>
      <form action={action} className="handin">
        <input type="hidden" name="attemptId" value={attemptId} />
        <Notice tone="information" title={sentence}>
          {flagged > 0 && <p>{t('flagged', { count: flagged })}</p>}
          <p>{t(`once.${mode}`)}</p>
        </Notice>
        <div className="acts">
          <Button type="submit" variant="main">
            {t(`hand-in.${mode}`)}
          </Button>
          <ButtonLink href={backHref}>{t('back')}</ButtonLink>
        </div>
      </form>
    </div>
  )
}
