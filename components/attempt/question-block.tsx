import type { Pace } from '@/components/question/field-props'
import { QuestionField } from '@/components/question/question-field'
import { Explanation } from '@/components/result/explanation'
import { VerdictState } from '@/components/result/verdict-state'
import { pointsText } from '@/components/result/words'
import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import { Notice } from '@/components/ui/notice'
import { counted, fill } from '@/components/ui/words'
import type { Certainty } from '@/lib/domain/certainty'
import type { AttemptItem } from '@/lib/domain/open-attempt'
import type { StoredResponse } from '@/lib/domain/question/publish'
import type { Conflict } from './autosave'
import { CertaintyField } from './certainty-field'
import { TriedNote } from './tried-note'
import type { Answer } from './use-autosave'
import type { SheetWords } from './words'

/** One question of an open attempt: stem, rule, flag, field and, once checked, what explains it. */
export function QuestionBlock({
  item,
  answer,
  conflict,
  isClosed,
  lessonHref,
  words,
  onChange,
  onSure,
  onFlag,
}: {
  item: AttemptItem
  answer: Answer
  conflict: Conflict['stands'] | undefined
  isClosed: boolean
  lessonHref(lesson: string): string
  words: SheetWords
  onChange(value: StoredResponse | null, pace: Pace): void
  onSure(certainty: Certainty): void
  onFlag(flagged: boolean): void
}) {
  const { number, question, explanation, tried } = item
  const { sheet, question: fields } = words
  const meta = [
    fields.how[question.kind],
    counted(fields.points, question.points),
    fields.scored[question.rule],
  ]
  return (
    <fieldset className="q" id={`q${number}`}>
      <legend>
        <h2>
          <span className="qn">{number}</span> <span className="stem">{question.prompt}</span>
        </h2>
      </legend>
      <div className="qmeta">
        <p>{meta.filter(Boolean).join(' ')}</p>
        <Button
          variant="quiet"
          type="submit"
          name="flag"
          value={question.id}
          className={answer.flagged ? 'fb on' : 'fb'}
          onClick={(event) => {
            event.preventDefault()
            onFlag(!answer.flagged)
          }}
        >
          <Icon name={answer.flagged ? 'flagged' : 'flag'} />
          <span>
            {answer.flagged ? sheet.flagged : sheet.flag}
            <span className="vh">
              {answer.flagged && `, ${sheet.unflag}`}
              {`, ${fill(sheet.question, { number })}`}
            </span>
          </span>
        </Button>
      </div>
      <div className="qfield">
        <QuestionField
          question={question}
          value={answer.value}
          onChange={onChange}
          disabled={isClosed || explanation !== null}
          marks={explanation?.parts ?? null}
          words={fields}
        />
        {answer.certainty !== null && (
          <CertaintyField
            questionId={question.id}
            certainty={answer.certainty}
            disabled={isClosed || explanation !== null}
            words={words.behaviour.certainty}
            onChange={onSure}
          />
        )}
        <div className="qsaid" aria-live="polite">
          {conflict && <Notice tone="information">{sheet.notice[conflict]}</Notice>}
        </div>
        {tried && <TriedNote tried={tried} words={words} />}
        {explanation && (
          <div className="qex">
            <h3 tabIndex={-1}>
              <VerdictState verdict={explanation.verdict} words={words.explanation} />
              <span className="cap">
                {pointsText(explanation.earned, explanation.points, words.explanation)}
              </span>
            </h3>
            <Explanation
              explanation={explanation}
              lessonHref={lessonHref}
              isGivenShown
              words={words}
            />
          </div>
        )}
      </div>
    </fieldset>
  )
}
