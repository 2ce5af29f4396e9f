import type { z } from 'zod'
import type { Fraction } from '@/lib/domain/fraction'
import { codeOf } from '@/lib/domain/seed'
import type { Choice, Code, FormReader, Kind, KindModule, Marking, ScoringRule } from './kind'
import type { AuthoredQuestion } from './question'
import { kinds } from './registry'

type FaceOf<K extends Kind> = ReturnType<(typeof kinds)[K]['face']>
type ResponseOf<K extends Kind> = z.infer<(typeof kinds)[K]['response']>

declare const published: unique symbol
/** What a learner may see of a question before its key is due. Made by `publish` alone. */
export type PublishedQuestion<K extends Kind = Kind> = {
  [Each in K]: {
    readonly [published]: true
    id: string
    kind: Each
    prompt: string
    points: number
    rule: ScoringRule
    face: FaceOf<Each>
  }
}[K]

/** A stored answer of any kind; which shape fits is the kind's own knowledge. */
export type StoredResponse = string | string[] | Record<string, string>
export type { ResponseOf }

type AnyModule = KindModule<z.ZodObject, unknown, StoredResponse>
/** The one place where the compiler is told that a question and its kind's module belong together. */
export const moduleOf = (kind: Kind): AnyModule => kinds[kind] as unknown as AnyModule

const seedOf = (seed: string, question: { id: string }) => `${seed}/${question.id}`
/** The same ids are asked for again and again while one answer is read. */
function coder(seed: string): Code {
  const codes = new Map<string, string>()
  return (id) => {
    const code = codes.get(id) ?? codeOf(seed, id)
    codes.set(id, code)
    return code
  }
}

/**
 * The learner's view of a question: an allow-list, so that a field which is added to what authors
 * write stays on the server until somebody names it here.
 *
 * @param seed the attempt's seed; it orders options and hides their ids, and stays on the server
 * @param isFixed options stand in the author's order; their ids are hidden all the same
 */
export function publish(
  question: AuthoredQuestion,
  seed: string,
  isFixed = false,
): PublishedQuestion {
  const own = seedOf(seed, question)
  const kind = moduleOf(question.kind)
  const { id, prompt, points } = question
  return {
    id,
    kind: question.kind,
    prompt,
    points,
    rule: kind.rule(question),
    face: kind.face(question, coder(own), own, isFixed),
  } as PublishedQuestion
}

/** A stored value as this kind's answer, or null where it is blank or no answer of this kind. */
export function readResponse(kind: Kind, value: unknown): StoredResponse | null {
  const parsed = moduleOf(kind).response.safeParse(value)
  return parsed.success ? parsed.data : null
}

/** The marking of a stored value. Total: whatever was stored, it answers and never throws. */
export function mark(question: AuthoredQuestion, seed: string, value: unknown): Marking {
  const own = seedOf(seed, question)
  return moduleOf(question.kind).mark(question, readResponse(question.kind, value), coder(own))
}

/** The answer in a plain form's fields, or null where it is blank. */
export const readForm = (question: PublishedQuestion, form: FormReader): StoredResponse | null =>
  moduleOf(question.kind).fromForm(question.face, form)

/** The share that blind guessing earns on average; null where nobody can say. */
export const guessOf = (question: AuthoredQuestion): Fraction | null =>
  moduleOf(question.kind).guess(question)

/** The answers that stand there to be given, with the key: for the author's side only. */
export const offeredBy = (question: AuthoredQuestion): Choice[] =>
  moduleOf(question.kind).offered(question)

/** Further texts that count as right where one types: for the author's side only. */
export const acceptedBy = (question: AuthoredQuestion): string[] =>
  moduleOf(question.kind).accepted?.(question) ?? []

/** What a stored value picks, as it is counted for all learners; nothing where it is blank. */
export function pickedBy(question: AuthoredQuestion, seed: string, value: unknown): Choice[] {
  const response = readResponse(question.kind, value)
  const code = coder(seedOf(seed, question))
  return response === null ? [] : moduleOf(question.kind).picked(question, response, code)
}

/** A stored value without any text of who gave it, which earns the same; null where it is blank. */
export function namelessAnswer(
  question: AuthoredQuestion,
  seed: string,
  value: unknown,
): StoredResponse | null {
  const response = readResponse(question.kind, value)
  const code = coder(seedOf(seed, question))
  return response === null ? null : moduleOf(question.kind).nameless(question, response, code)
}

/** Whether what is said of a wrong answer tells the right one. */
export const tellsKey = ({ kind }: AuthoredQuestion): boolean =>
  moduleOf(kind).feedbackIsKey ?? false

export const ruleOf = (question: AuthoredQuestion): ScoringRule =>
  moduleOf(question.kind).rule(question)
