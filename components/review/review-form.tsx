'use client'

import { useState } from 'react'
import { QuestionField } from '@/components/question/question-field'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { fill } from '@/components/ui/words'
import type { StoredResponse } from '@/lib/domain/question/publish'
import type { ReviewItem } from '@/lib/domain/review-set'
import { QuestionStem } from './question-stem'
import type { ReviewWords } from './review-words'

/** A question that comes back, to be answered: a plain form first. */
export function ReviewForm({
  item,
  number,
  entryId,
  initial,
  isBlank,
  action,
  words,
}: {
  item: ReviewItem
  /** The how-manieth of today it is. */
  number: number
  /** Under which the answer will be kept, however often the form is sent. */
  entryId: string
  /** What stands in the field already; null: nothing. */
  initial: StoredResponse | null
  /** Whether "Check" was pressed with nothing answered. */
  isBlank: boolean
  action(form: FormData): void | Promise<void>
  words: ReviewWords
}) {
  const { question, hints, courseSlug, versionId, turn } = item
  const [value, setValue] = useState(initial)
  const own = words.reviewing
  const isAgain = hints !== null
  return (
    <form action={action} autoComplete="off">
      {/* The first button is the one that Enter in a field presses. */}
      <button
        type="submit"
        name="go"
        value="check"
        className="vh"
        tabIndex={-1}
        aria-hidden="true"
      />
      {Object.entries({
        entry: entryId,
        course: courseSlug,
        question: question.id,
        version: versionId,
        turn: String(turn),
        [`v.${question.id}`]: '0',
      }).map(([name, hidden]) => (
        <input key={name} type="hidden" name={name} value={hidden} />
      ))}
      <QuestionStem question={question} number={number} words={words}>
        <div aria-live="polite">
          {isAgain && (
            <div className="qex first">
              <h3 tabIndex={-1} data-arrival>
                {own.notYet}
              </h3>
              {hints.map((hint) => (
                <p key={hint} className="why">
                  {hint}
                </p>
              ))}
              <p>{own.onceMore}</p>
            </div>
          )}
          {isBlank && (
            <div className="mb-4">
              <Notice tone="information">{fill(own.blank, { give: own.unknown })}</Notice>
            </div>
          )}
        </div>
        <QuestionField
          question={question}
          value={value}
          onChange={(next) => setValue(next)}
          disabled={false}
          marks={null}
          words={words.question}
        />
      </QuestionStem>
      <div className="qgo">
        <Button type="submit" name="go" value="unknown">
          {isAgain ? own.show : own.unknown}
        </Button>
        <span className="qgo-end">
          <Button type="submit" name="go" value="check" variant="main">
            {isAgain ? own.again : own.check}
          </Button>
        </span>
      </div>
    </form>
  )
}
