import type { z } from 'zod'
import type { Fraction } from '@/lib/domain/fraction'

export const KINDS = [
  'single-choice',
  'multiple-response',
  'true-false',
  'numeric',
  'short-text',
  'matching',
  'ordering',
  'cloze',
] as const
export type Kind = (typeof KINDS)[number]

export type PartVerdict = 'right' | 'wrong' | 'missed' | 'blank' | 'not-a-number'

/** One row of an explained answer: an option, a pair, a gap, a place in an order, or the whole. */
export interface Part {
  /** The code that the learner's screen knows this part by, or '' for the whole question. */
  ref: string
  label: string | null
  given: string | null
  expected: string | null
  verdict: PartVerdict
  feedback: string | null
}

/** A wrong answer that was there to be given and was not. */
export interface OtherOption {
  text: string
  /** Why it is wrong. */
  why: string
}

export interface Marking {
  /** The share of the question's points that was earned, 0 to 1. */
  share: Fraction
  parts: Part[]
  /** The wrong options that were not chosen, where there are options. */
  others?: OtherOption[]
  /** The whole right answer in its order, where what is right is an order. */
  order?: string[]
}

/** An answer to a question or to one part of it: the same for all learners who gave it. */
export interface Choice {
  /** The part that it answers, by its authored id; '' for the whole question. */
  part: string
  /** The part in words, as in `Part`. */
  label: string | null
  /** Within its part: an authored id, or what was typed in the form in which it is compared. */
  id: string
  /** '' where the answer is that nothing stands there: after the item that was put last. */
  text: string
  isKey: boolean
  /** The misconception it comes from, in its author's words; null where none is named. */
  feedback: string | null
}

/** How a field of a key is filled in: one or several of its options, a line, lines, or a text. */
export type CorrectionInput = 'one' | 'several' | 'line' | 'lines' | 'text'

/** One field of the form in which a key is put right. */
export interface CorrectionField {
  /** Known to the kind alone; made of authored ids, so this is for the author's side only. */
  name: string
  /** What it asks for (message catalogue: `corrections.fields.…`). */
  word:
    | 'keys'
    | 'key'
    | 'value'
    | 'tolerance'
    | 'answer'
    | 'accepted'
    | 'feedback'
    | 'partner'
    | 'place'
    | 'gapOptions'
    | 'gapAnswers'
    | 'explanation'
    | 'points'
  /** The part that it is about, in words; null for the whole question. */
  of: string | null
  input: CorrectionInput
  options: { value: string; text: string }[]
  /** What the key says now. */
  initial: string[]
}

/** Why a key cannot be so; a key of the catalogue's `errors`. */
export type KeyFault =
  | 'keyNone'
  | 'keyUnknown'
  | 'keyDecimal'
  | 'keyTolerance'
  | 'keyAnswer'
  | 'keyAnswers'
  | 'keyText'
  | 'keyTwice'

/** All that a form says, by the names of its fields. */
export type CorrectionTexts = Readonly<Record<string, readonly string[]>>

/** The fields of a question that a corrected key changes, or what is wrong, by the form's fields. */
export type Rekeyed<Question> =
  | { ok: true; value: Partial<Question> }
  | { ok: false; faults: Record<string, KeyFault> }

/** The names by which a scoring rule is explained to learners (message catalogue: `rules.…`). */
export type ScoringRule =
  | 'one-right'
  | 'right-minus-wrong'
  | 'all-or-nothing'
  | 'within-tolerance'
  | 'listed-answer'
  | 'each-pair'
  | 'each-neighbour'
  | 'each-gap'

/** Stands for an authored id on the learner's screen; the same id gives the same code. */
export type Code = (id: string) => string

/** What a form without JavaScript sends: all values under a name, and the button pressed, if ours. */
export interface FormReader {
  values(suffix?: string): string[]
  pressed: string | null
}

/**
 * One kind of question. What `schema` parses holds the key and is known on the server alone; `Face`
 * is what a learner may see before answering; `Response` is what an answer is stored as, in codes.
 */
export interface KindModule<Schema extends z.ZodObject, Face, Response> {
  /** The fields that an author writes for this kind, key and feedback included. */
  schema: Schema
  /** The shape of a stored answer that is not blank; anything else counts as blank. */
  response: z.ZodType<Response>
  rule(question: z.infer<Schema>): ScoringRule
  /**
   * Lists what may be seen; never copies a field that it does not name. Options come in the order of
   * `seed`, or in the author's where `isFixed`; where an order or a pair is the key, never in that.
   */
  face(question: z.infer<Schema>, code: Code, seed: string, isFixed: boolean): Face
  /** The marking of an answer, or of no answer where `response` is null. Total: never throws. */
  mark(question: z.infer<Schema>, response: Response | null, code: Code): Marking
  /**
   * The share, 0 to 1, that blind guessing earns on average, exactly; 0 where answers are typed, as
   * Moodle has it (`get_random_guess_score`). Null where nobody can say.
   */
  guess(question: z.infer<Schema>): Fraction | null
  /** The answers that stand there to be given; of typed ones, pairs and orders the right ones alone. */
  offered(question: z.infer<Schema>): Choice[]
  /** Where one types: what is as right as what is offered. */
  accepted?(question: z.infer<Schema>): string[]
  /** Set where what is said of a wrong answer tells the right one: it waits until the key is due. */
  feedbackIsKey?: true
  /** What this answer picks, in the ids of the author: what is counted for all learners together. */
  picked(question: z.infer<Schema>, response: Response, code: Code): Choice[]
  /**
   * What stands for an answer once nobody may know any more who gave it. It earns the same and picks the
   * same, is blank only where it was, and holds no text of the learner's: what was typed becomes what
   * an author has written and it comes to, or `NAMELESS`.
   */
  nameless(question: z.infer<Schema>, response: Response, code: Code): Response
  /** What a form shows in which the key is put right, as the key is now. */
  keyFields(question: z.infer<Schema>): CorrectionField[]
  /** The key as that form says it, checked; total, whatever the texts are. */
  rekey(question: z.infer<Schema>, texts: CorrectionTexts): Rekeyed<z.infer<Schema>>
  /** The answer that a plain form carries, or null where it is blank. */
  fromForm(face: Face, form: FormReader): Response | null
}
