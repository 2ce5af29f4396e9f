import { type Certainty, isCertainty } from './certainty'
import type { StoredResponse } from './question/publish'

/** An answer with how sure its learner is. */
export interface SureAnswer {
  answer: StoredResponse | null
  certainty: Certainty
}

/**
 * An answer as browser and server send it to each other: what is saved under one version. Where the
 * learner is asked how sure they are, that goes with it. (Without zod, since the browser needs this.)
 */
export type Sent = StoredResponse | null | SureAnswer

const isSure = (sent: Sent): sent is SureAnswer =>
  typeof sent === 'object' && sent !== null && 'certainty' in sent && isCertainty(sent.certainty)

/** @param certainty null where it is not asked */
export const packed = (value: StoredResponse | null, certainty: Certainty | null): Sent =>
  certainty === null ? value : { answer: value, certainty }

export const opened = (
  sent: Sent,
): { value: StoredResponse | null; certainty: Certainty | null } =>
  isSure(sent)
    ? { value: sent.answer, certainty: sent.certainty }
    : { value: sent, certainty: null }
