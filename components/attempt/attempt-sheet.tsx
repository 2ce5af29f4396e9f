'use client'

import { type ReactNode, useEffect, useRef, useState } from 'react'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { fill } from '@/components/ui/words'
import type { Mode } from '@/lib/domain/course'
import type { AttemptItem, NavigatorItem } from '@/lib/domain/open-attempt'
import { answerFile, saveFile } from './answer-file'
import { Keyboard } from './keyboard'
import { Navigator } from './navigator'
import { PageButtons } from './page-buttons'
import { itemsOf, liveNavigator, rangeText } from './pages'
import { QuestionBlock } from './question-block'
import { SaveLine } from './save-line'
import { SheetNotices } from './sheet-notices'
import { isTimeShown, leftText, TimeLeft } from './time-left'
import { useAutosave } from './use-autosave'
import { useClock } from './use-clock'
import { usePage } from './use-page'
import { showQuestion, useSubmit } from './use-submit'
import { useTitle } from './use-title'
import type { SheetWords } from './words'

export interface AttemptSheetProps {
  attemptId: string
  title: string
  /** Where this page stands, rendered by the server. */
  crumbs: ReactNode
  mode: Mode
  page: number
  pageCount: number
  /** Of this page; where no key is in them, of the whole paper, whose pages are then turned here. */
  items: AttemptItem[]
  navigator: NavigatorItem[]
  /** The key under which this browser keeps the learner's answers. */
  learner: string
  action(form: FormData): void | Promise<void>
  words: SheetWords
  notice?: ReactNode
  timeZone?: string | undefined
  /** The address of the course's lessons, to which a slug is added. */
  lessonsHref: string
  signInHref?: string
  /** Milliseconds that are left when the page is made, and when that is in words; null: no end. */
  time?: { left: number; until: string } | null
}

/** Milliseconds for which the page says that time is up before it leads to the result. */
const LEAVE = 4_000

/** What was shown last in this document: on a new page the focus goes to its title, after "Check" to the verdict. */
let shownLast: { page: string; key: string } | null = null

/** The page of an open attempt: one form, which saves each change by itself where it can. */
export function AttemptSheet(props: AttemptSheetProps) {
  const shown = props.items.map(({ question, explanation, tried }) => [
    question.id,
    explanation !== null,
    tried?.used,
  ])
  const key = `${props.attemptId} ${props.page} ${JSON.stringify(shown)}`
  return <OpenSheet key={key} sheetKey={key} {...props} />
}

function OpenSheet({
  attemptId,
  title,
  crumbs,
  mode,
  page: firstPage,
  pageCount,
  items: paper,
  navigator,
  learner,
  action,
  words,
  notice,
  timeZone,
  lessonsHref,
  signInHref = '/sign-in',
  time = null,
  sheetKey,
}: AttemptSheetProps & { sheetKey: string }) {
  const { sheet } = words
  const form = useRef<HTMLFormElement>(null)
  const saving = useAutosave(attemptId, paper, learner)
  const { state, answers, conflicts, autosave } = saving
  const isWhole = mode === 'test' && paper.length === navigator.length
  const turned = usePage(firstPage, pageCount)
  const { question, turn } = turned
  const page = isWhole ? turned.page : firstPage
  const items = itemsOf(paper, navigator, page)
  const { clock, elsewhere, ahead } = useClock(attemptId, time?.left ?? null)
  const isOver = clock?.isOver ?? false
  const [isTimeHidden, setTimeHidden] = useState(false)
  // What another screen writes is on the server: then pages come from there, as long as it is there.
  const [isShared, setShared] = useState(false)
  if (elsewhere && !isShared) setShared(true)
  const turnsHere = isWhole && (!isShared || state.phase === 'unsaved')
  // What is kept here comes in time for the teacher only if the page waits until it is sent.
  const isSettled = state.phase !== 'unsaved' && state.phase !== 'saving'
  useEffect(() => {
    // What is still on its way came in time; the server decides. Then the result is what there is.
    if (!isOver || !isSettled) return
    const leave = setTimeout(() => window.location.assign(`/attempts/${attemptId}/result`), LEAVE)
    return () => clearTimeout(leave)
  }, [isOver, isSettled, attemptId])
  const live = liveNavigator(navigator, paper, answers)
  const unchecked = mode === 'practice' ? items.filter((item) => item.explanation === null) : []
  const isToCheck = unchecked.length > 0
  const isAgain = items.some(({ tried }) => tried !== null)
  const { onSubmit, onInput, isUnsent, warning } = useSubmit({
    action,
    autosave,
    items,
    page,
    pageCount,
    turn: turnsHere ? turn : null,
    unfinished: live.filter(
      ({ id, completeness }) =>
        completeness !== 'answered' && unchecked.some(({ question }) => question.id === id),
    ),
  })

  useEffect(() => {
    const before = shownLast
    const pageKey = `${attemptId} ${page}`
    const key = `${sheetKey} ${page}`
    shownLast = { page: pageKey, key }
    if (before === null || before.key === key) return
    const target = before.page === pageKey ? '.qex h3' : 'h1'
    if (question !== null) showQuestion(question)
    else form.current?.querySelector<HTMLElement>(target)?.focus()
  }, [attemptId, page, question, sheetKey])
  useTitle(navigator, sheet.page, firstPage, page)

  const line = {
    state,
    words: sheet.save,
    timeZone,
    onRetry: () => autosave.retry(),
  }
  const where = rangeText(
    sheet.page,
    items.map(({ number }) => number),
    navigator.length,
  )
  return (
    <form
      ref={form}
      action={action}
      onSubmit={onSubmit}
      onInput={onInput}
      autoComplete="off"
      className="sheet"
    >
      {/* The first button is the one that Enter in a field presses. */}
      <button
        type="submit"
        name="go"
        value={isToCheck ? 'check' : 'save'}
        className="vh"
        tabIndex={-1}
        aria-hidden="true"
      />
      <input type="hidden" name="attemptId" value={attemptId} />
      <input type="hidden" name="page" value={page} />
      {items.map(({ question, version }) => (
        <input key={question.id} type="hidden" name={`v.${question.id}`} value={version} />
      ))}
      {items.map(
        ({ question, tried }) =>
          tried && (
            <input key={question.id} type="hidden" name={`t.${question.id}`} value={tried.used} />
          ),
      )}
      <div className="qbar">
        <span>
          {clock && isTimeShown(clock.left, isTimeHidden)
            ? leftText(clock.left, words.clock)
            : where}
        </span>
        <SaveLine {...line} isShort />
      </div>
      <div className="qgrid">
        <div className="qmain">
          <header>
            {crumbs}
            <h1 tabIndex={-1}>{title}</h1>
            <p className="cap">{where}</p>
          </header>
          {page === firstPage && notice}
          {isOver && (
            <Notice tone="information" live>
              {state.phase === 'unsaved' ? words.clock.kept : words.clock.over}{' '}
              <a href={`/attempts/${attemptId}/result`}>{words.clock.toResult}</a>
            </Notice>
          )}
          <SheetNotices
            state={state}
            isUnsent={isUnsent}
            elsewhere={elsewhere}
            onFile={() =>
              saveFile(answerFile(attemptId, title, autosave.unsent(), Date.now(), ahead))
            }
            mode={mode}
            closedHref={`/attempts/${attemptId}${mode === 'test' ? '/result' : ''}`}
            signInHref={signInHref}
            words={sheet.notice}
          />
          {items.map((item) => (
            <QuestionBlock
              key={item.question.id}
              item={item}
              answer={answers[item.question.id] ?? item}
              conflict={conflicts[item.question.id]}
              isClosed={state.phase === 'closed' || isOver}
              lessonHref={(lesson) => `${lessonsHref}/${lesson}`}
              words={words}
              onChange={(value, pace) => saving.change(item.question.id, value, pace)}
              onSure={(certainty) => saving.sure(item.question.id, certainty)}
              onFlag={(flagged) => saving.flag(item.question.id, flagged)}
            />
          ))}
          <div className="qwarn" aria-live="assertive">
            {warning && (
              <Notice tone="information">
                {sheet[`${isAgain ? 'again' : 'check'}-${warning}`]}
              </Notice>
            )}
          </div>
          <PageButtons
            mode={mode}
            page={page}
            pageCount={pageCount}
            navigator={navigator}
            isToCheck={isToCheck}
            isAgain={isAgain}
            words={sheet}
          />
          <Keyboard words={words.keyboard} />
        </div>
        <aside className="rail" aria-label={sheet.navigator.status}>
          {time && (
            <div className="rail-time">
              {clock && (
                <TimeLeft
                  left={clock.left}
                  isHidden={isTimeHidden}
                  onHide={setTimeHidden}
                  words={words.clock}
                />
              )}
              <p className="cap only-plain">{fill(words.clock.until, { time: time.until })}</p>
            </div>
          )}
          <section className="rail-save">
            <SaveLine {...line} />
            <p className="cap only-plain">{sheet.save['help-plain']}</p>
          </section>
          <Navigator items={live} page={page} words={sheet} />
          <div>
            <Button type="submit" name="go" value="review" className="full">
              {sheet.review[mode]}
            </Button>
            <p className="cap">{sheet['review-help'][mode]}</p>
          </div>
        </aside>
      </div>
    </form>
  )
}
