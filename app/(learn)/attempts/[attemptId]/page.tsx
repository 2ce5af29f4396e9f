import type { Metadata } from 'next'
import { redirect } from 'next/navigation'
import { getFormatter, getTranslations } from 'next-intl/server'
import { AttemptSheet } from '@/components/attempt/attempt-sheet'
import { numbersOn, rangeText } from '@/components/attempt/pages'
import { sheetWords } from '@/components/attempt/words'
import { Page } from '@/components/site/page'
import { Crumbs } from '@/components/ui/crumbs'
import { Notice } from '@/components/ui/notice'
import { learnerKey } from '@/lib/auth/learner-key'
import type { FoundAttempt } from '@/lib/data/attempts'
import {
  type AttemptItem,
  allItems,
  itemsOn,
  navigatorOf,
  pageOf,
  resumePage,
} from '@/lib/domain/open-attempt'
import { reviewed } from '@/lib/domain/review'
import { turnPage } from './actions'
import { crumbsOf, requireAttempt } from './found'

type Props = {
  params: Promise<{ attemptId: string }>
  searchParams: Promise<{ page?: string; newer?: string; open?: string }>
}

/** The page that is asked for, or the one that the attempt goes on with. */
function placeIn(attempt: FoundAttempt, asked: string | undefined) {
  const pageCount = pageOf(attempt, attempt.version.questions.length - 1)
  const wanted = asked === undefined ? resumePage(attempt) : Number(asked)
  const page = Number.isInteger(wanted) ? Math.min(Math.max(wanted, 1), pageCount) : 1
  return { page, pageCount }
}

/** An item of an attempt that is set in a class, with no more of its explanation than the rules show. */
const dueIn = ({ rules }: FoundAttempt, item: AttemptItem): AttemptItem =>
  item.explanation && rules
    ? { ...item, explanation: reviewed(item.explanation, new Set(rules.review.during)) }
    : item

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const { attempt } = await requireAttempt((await params).attemptId, '')
  const t = await getTranslations()
  const navigator = navigatorOf(attempt)
  const where = rangeText(
    t.raw('attempt.sheet.page'),
    numbersOn(navigator, placeIn(attempt, (await searchParams).page).page),
    navigator.length,
  )
  const quiz = attempt.version.short
  return { title: t('quiz.question', { where, quiz }), robots: { index: false } }
}

export default async function AttemptPage({ params, searchParams }: Props) {
  const { attemptId } = await params
  const { page: asked, newer, open } = await searchParams
  const { viewer, attempt } = await requireAttempt(attemptId, '')
  if (attempt.submittedAt) redirect(`/attempts/${attemptId}/result`)
  const t = await getTranslations()
  const format = await getFormatter()
  const { page, pageCount } = placeIn(attempt, asked)
  const isImmediate = attempt.behaviour === 'immediate'
  // Where keys come only after the end, the whole paper may be turned in the browser.
  const items = isImmediate ? itemsOn(attempt, page) : allItems(attempt)
  return (
    <Page viewer={viewer} current="courses">
      <AttemptSheet
        attemptId={attempt.id}
        title={attempt.version.short}
        crumbs={<Crumbs items={crumbsOf(attempt, t('quiz.crumb'))} />}
        mode={isImmediate ? 'practice' : 'test'}
        learner={learnerKey(viewer)}
        time={
          attempt.deadline && {
            left: Math.max(0, attempt.deadline.getTime() - Date.now()),
            until: format.dateTime(attempt.deadline, {
              timeStyle: 'short',
              timeZone: attempt.timeZone ?? 'UTC',
            }),
          }
        }
        page={page}
        pageCount={pageCount}
        items={items.map((item) => dueIn(attempt, item))}
        navigator={navigatorOf(attempt)}
        action={turnPage}
        words={sheetWords((key) => t.raw(key))}
        lessonsHref={`/courses/${attempt.version.course.slug}/lessons`}
        signInHref={`/sign-in?next=/attempts/${attempt.id}`}
        notice={
          (newer || open) && (
            <Notice tone="information">
              {t(newer ? 'quiz.newer' : 'attempt.sheet.check-blank')}
              {open && <input type="hidden" name="sure" value="1" />}
            </Notice>
          )
        }
      />
    </Page>
  )
}
