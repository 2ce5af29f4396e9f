'use client'

import { useEffect, useState } from 'react'
import { v7 as uuid } from 'uuid'
import { QuestionField } from '@/components/question/question-field'
import { QuestionStem } from '@/components/review/question-stem'
import type { ReviewWords } from '@/components/review/review-words'
import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { Strip } from '@/components/ui/strip'
import { counted, fill } from '@/components/ui/words'
import type { StoredResponse } from '@/lib/domain/question/publish'
import type { ReviewItem } from '@/lib/domain/review-set'
import { type KeptSet, keepAnswer, keptAnswers, keptSet } from './review-store'

export interface KeptReviewWords {
  nothing: string
  day: string
  count: string
  keep: string
  unknown: string
  later: string
  full: string
  done: string
  waiting: { one: string; other: string }
}

const isAnswered = ({ courseSlug, question, turn }: ReviewItem, learner: string) =>
  keptAnswers().some(
    (each) =>
      each.learner === learner &&
      each.courseSlug === courseSlug &&
      each.questionId === question.id &&
      each.turn === turn,
  )

/** The review of the day as it is kept on this device: answers wait here and are marked by the server. */
export function KeptReview({
  words,
  reviewWords,
}: {
  words: KeptReviewWords
  reviewWords: ReviewWords
}) {
  const [kept, setKept] = useState<KeptSet | null | undefined>(undefined)
  const [isFull, setFull] = useState(false)
  const [, setGiven] = useState(0)
  useEffect(() => setKept(keptSet(Date.now())), [])
  if (kept === undefined) return null
  if (kept === null) return <p>{words.nothing}</p>
  const { learner, set } = kept
  const open = set.items.filter((item) => !isAnswered(item, learner))
  const [item] = open
  const done = set.items.length - open.length
  const give = (value: StoredResponse | null) => {
    if (!item) return
    const timeZone = new Intl.DateTimeFormat().resolvedOptions().timeZone
    const isKept = keepAnswer({
      ...{ id: uuid(), learner, value, timeZone, at: Date.now() },
      ...{ courseSlug: item.courseSlug, questionId: item.question.id },
      ...{ versionId: item.versionId, turn: item.turn },
    })
    setFull(!isKept)
    setGiven((count) => count + 1)
  }
  const told = fill(words.count, { done, all: set.items.length })
  return (
    <>
      <p>{fill(words.day, { day: set.day })}</p>
      {set.items.length > 0 && (
        <div className="my-4">
          <p className="cap mb-2">{told}</p>
          <Strip
            cells={set.items.map((_, place) =>
              place < done ? 'done' : place === done ? 'now' : 'ahead',
            )}
            label={told}
          />
        </div>
      )}
      {isFull && <Notice tone="trouble">{words.full}</Notice>}
      {item ? (
        <KeptQuestion
          key={`${item.question.id} ${item.turn}`}
          item={item}
          number={done + 1}
          words={words}
          reviewWords={reviewWords}
          onGive={give}
        />
      ) : (
        <Notice tone="information" title={words.done} live>
          {counted(words.waiting, keptAnswers().filter((each) => each.learner === learner).length)}
        </Notice>
      )}
    </>
  )
}

function KeptQuestion({
  item,
  number,
  words,
  reviewWords,
  onGive,
}: {
  item: ReviewItem
  number: number
  words: KeptReviewWords
  reviewWords: ReviewWords
  onGive(value: StoredResponse | null): void
}) {
  const [value, setValue] = useState<StoredResponse | null>(null)
  return (
    <form
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault()
        if (value !== null) onGive(value)
      }}
    >
      <QuestionStem question={item.question} number={number} words={reviewWords}>
        <QuestionField
          question={item.question}
          value={value}
          onChange={(next) => setValue(next)}
          disabled={false}
          marks={null}
          words={reviewWords.question}
        />
        <p className="cap mt-4">{words.later}</p>
      </QuestionStem>
      <div className="qgo">
        <Button onClick={() => onGive(null)}>{words.unknown}</Button>
        <span className="qgo-end">
          <Button type="submit" variant="main">
            {words.keep}
          </Button>
        </span>
      </div>
    </form>
  )
}
