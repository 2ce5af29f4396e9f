import { z } from 'zod'
import type { StoredResponse } from './question/publish'
import { storedResponseSchema } from './save'

/** How late answers may come: sent by the page itself, or in a file that a teacher took in. */
export const LATE_SOURCES = ['device', 'file'] as const
export type LateSource = (typeof LATE_SOURCES)[number]

const DAY = 24 * 60 * 60 * 1000
/** So long after the end a device may still bring what it kept; a file, which a teacher looks at, at any time. */
export const LATE_DAYS = 7

/** The way to the server is part of what seems to have passed: so much after the end still is the end. */
const ON_ITS_WAY = 2_000

/** When an attempt is or was over: at its deadline or its hand-in, whichever came first. */
export function endOf({
  deadline,
  submittedAt,
}: {
  deadline: Date | null
  submittedAt: Date | null
}): Date | null {
  if (!deadline || !submittedAt) return deadline ?? submittedAt
  return deadline < submittedAt ? deadline : submittedAt
}

/**
 * Whether an answer that came after the end was given before it, by the device's own telling, so that
 * it is kept aside for the teacher. What was given after the end is not, nor what comes too late.
 *
 * @returns when it was given, never before the attempt began nor after its end; or null where it is
 *   not kept
 */
export function givenInTime(
  attempt: { startedAt: Date; deadline: Date | null; submittedAt: Date | null },
  givenAt: Date,
  source: LateSource,
  now: Date,
): Date | null {
  const end = endOf(attempt)
  if (!end || now <= end || givenAt.getTime() > end.getTime() + ON_ITS_WAY) return null
  if (source === 'device' && now.getTime() - end.getTime() > LATE_DAYS * DAY) return null
  if (givenAt > end) return end
  return givenAt < attempt.startedAt ? attempt.startedAt : givenAt
}

/** What becomes of an answer that came after the end. */
export type LateOutcome = 'kept' | 'stands' | 'older' | 'refused'

/** One late answer as it is stored, for who teaches or observes the class. */
export interface LateAnswer {
  id: string
  questionId: string
  value: StoredResponse | null
  givenAt: Date
  receivedAt: Date
  source: LateSource
  decidedAt: Date | null
  accepted: boolean | null
}

/** How the late answers of one's own attempt stand, in numbers. */
export interface LateCounts {
  waiting: number
  accepted: number
  left: number
}

/** What a file of last resort may weigh, in bytes. */
export const ANSWER_FILE_BYTES = 262_144
const MOST = 200

/**
 * The file that a browser writes when the network never comes back: the answers of one attempt that
 * the server has not confirmed, each with when it was given by the server's clock as the page knew it.
 */
export const answerFileSchema = z.object({
  format: z.literal('rendezvous-answers'),
  version: z.literal(1),
  attempt: z.uuid(),
  /** For people who look into the file; nothing is read from it. */
  quiz: z.string().max(300).optional(),
  madeAt: z.iso.datetime(),
  answers: z
    .array(
      z.object({
        question: z.string().regex(/^[a-z0-9][a-z0-9-]{0,39}$/),
        value: storedResponseSchema,
        givenAt: z.iso.datetime(),
      }),
    )
    .min(1)
    .max(MOST),
})
export type AnswerFile = z.infer<typeof answerFileSchema>

/** The answers of such a file, or null for whatever is none. Total. */
export function readAnswerFile(text: string): AnswerFile | null {
  try {
    const parsed = answerFileSchema.safeParse(JSON.parse(text))
    return parsed.success ? parsed.data : null
  } catch {
    return null
  }
}
