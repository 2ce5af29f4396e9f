import { useTranslations } from 'next-intl'
import { VerdictState } from '@/components/result/verdict-state'
import { type ExplanationWords, pointsText } from '@/components/result/words'
import { State } from '@/components/ui/state'
import { fill } from '@/components/ui/words'
import type { AnswerShown, LateShown } from '@/lib/domain/late-review'
import type { FormAction } from '@/lib/form'
import { LateForm } from './late-form'

function Answer({
  title,
  answer,
  words,
}: {
  title: string
  answer: AnswerShown
  words: ExplanationWords
}) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        {answer.lines.length === 0 ? (
          <p className="none">{words.explanation.nothing}</p>
        ) : (
          answer.lines.map(({ label, given }) => (
            <p key={`${label} ${given}`}>
              {label !== null && (
                <span className="cap">
                  {fill(words.explanation.part[answer.rule], { label })}:{' '}
                </span>
              )}
              <b>{given}</b>
            </p>
          ))
        )}
        <p className="late-score">
          <VerdictState verdict={answer.verdict} words={words.explanation} />{' '}
          <span className="cap">{pointsText(answer.earned, answer.points, words.explanation)}</span>
        </p>
      </dd>
    </div>
  )
}

function LateItem({
  item,
  clock,
  isToDecide,
  words,
}: {
  item: LateShown
  clock: Intl.DateTimeFormat
  isToDecide: boolean
  words: ExplanationWords
}) {
  const t = useTranslations('late')
  const title = (
    <span className="late-prompt">
      <span className="cap">{t('question', { number: item.number })}</span> {item.prompt}
    </span>
  )
  return (
    <li className="late-item">
      {isToDecide ? (
        <label className="tick">
          <input type="checkbox" name="late" value={item.id} defaultChecked />
          {title}
        </label>
      ) : (
        <p>{title}</p>
      )}
      <p className="late-when">
        <State state="late">{t(`source.${item.source}`)}</State>{' '}
        <span className="cap">
          {t('when', {
            given: clock.format(item.givenAt),
            received: clock.format(item.receivedAt),
          })}
        </span>
      </p>
      <dl className="late-pair">
        {/* Accepted, it is what is saved. */}
        {item.accepted !== true && <Answer title={t('saved')} answer={item.saved} words={words} />}
        <Answer title={t('given')} answer={item.late} words={words} />
      </dl>
      {item.accepted !== null && (
        <p>
          <State state={item.accepted ? 'saved' : 'blank'}>
            {t(item.accepted ? 'accepted' : 'left')}
          </State>
        </p>
      )}
    </li>
  )
}

/** The late answers of one attempt, each beside what is saved, with what may be decided. */
export function LateAttempt({
  attemptId,
  name,
  items,
  timeZone,
  action,
  hidden,
  isMain,
  words,
}: {
  attemptId: string
  name: string
  items: readonly LateShown[]
  timeZone: string
  /** Null for who only reads. */
  action: FormAction | null
  hidden: Record<string, string>
  /** Whether its button is the page's main one. */
  isMain: boolean
  words: ExplanationWords
}) {
  const t = useTranslations('late')
  const clock = new Intl.DateTimeFormat('en-GB', {
    day: 'numeric',
    month: 'short',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZone,
  })
  const waiting = items.filter(({ accepted }) => accepted === null)
  const decided = items.filter(({ accepted }) => accepted !== null)
  const list = (of: readonly LateShown[], isToDecide: boolean) => (
    <ul className="late-list">
      {of.map((item) => (
        <LateItem key={item.id} item={item} clock={clock} isToDecide={isToDecide} words={words} />
      ))}
    </ul>
  )
  return (
    <section className="late-attempt" aria-labelledby={`late-${attemptId}`}>
      <div className="late-head">
        <h2 id={`late-${attemptId}`}>{name}</h2>
        <a href={`/attempts/${attemptId}/result`}>{t('toResult', { name })}</a>
      </div>
      {waiting.length > 0 &&
        (action ? (
          <LateForm
            action={action}
            hidden={{ ...hidden, attemptId }}
            accept={t('accept')}
            leave={t('leave')}
            isMain={isMain}
          >
            {list(waiting, true)}
          </LateForm>
        ) : (
          list(waiting, false)
        ))}
      {decided.length > 0 && (
        <details open={waiting.length === 0}>
          <summary>{t('decided', { count: decided.length })}</summary>
          {list(decided, false)}
        </details>
      )}
    </section>
  )
}
