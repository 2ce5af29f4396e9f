'use client'

import type { ComponentType } from 'react'
import type { Kind, Part } from '@/lib/domain/question/kind'
import type { PublishedQuestion, StoredResponse } from '@/lib/domain/question/publish'
import { Cloze } from './cloze'
import type { FieldProps, Pace } from './field-props'
import { Matching } from './matching'
import { MultipleResponse } from './multiple-response'
import { Numeric } from './numeric'
import { Ordering } from './ordering'
import { ShortText } from './short-text'
import { SingleChoice } from './single-choice'
import { TrueFalse } from './true-false'
import type { QuestionWords } from './words'

const fields: { [K in Kind]: ComponentType<FieldProps<K>> } = {
  'single-choice': SingleChoice,
  'multiple-response': MultipleResponse,
  'true-false': TrueFalse,
  numeric: Numeric,
  'short-text': ShortText,
  matching: Matching,
  ordering: Ordering,
  cloze: Cloze,
}

export interface QuestionFieldProps {
  question: PublishedQuestion
  /** An answer of this question's kind, as `readResponse` returns it, or null. */
  value: StoredResponse | null
  onChange(value: StoredResponse | null, pace: Pace): void
  disabled: boolean
  marks: Part[] | null
  words: QuestionWords
}

/**
 * The answer field of any kind of question, in practice, in a test and when it is explained. Real
 * form controls, named `r.<question>` or `r.<question>.<part>`, so that a plain form works as well.
 */
export function QuestionField(props: QuestionFieldProps) {
  const Field = fields[props.question.kind] as unknown as ComponentType<QuestionFieldProps>
  return <Field {...props} />
}
