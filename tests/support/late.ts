import { randomUUID } from 'node:crypto'
import type { StoredResponse } from '@/lib/domain/question/publish'
import { query } from './served'

/** A late answer of an attempt, as if its device had brought it; its id. */
export async function cameLate(
  attemptId: string,
  questionId = 'm-01',
  value: StoredResponse = 'x',
): Promise<string> {
  const id = randomUUID()
  await query(
    `insert into "LateAnswer" (id, "attemptId", "questionId", value, "givenAt", "receivedAt", source)
    values ($1, $2, $3, $4, now() - interval '20 minutes', now(), 'device')`,
    [id, attemptId, questionId, JSON.stringify(value)],
  )
  return id
}

/** A file of last resort with these answers, given when the attempt had just begun. */
export function answerFileOf(attempt: string, answers: Record<string, StoredResponse>): File {
  const early = '2026-01-01T12:00:00.000Z'
  const file = {
    format: 'rendezvous-answers',
    version: 1,
    attempt,
    madeAt: early,
    answers: Object.entries(answers).map(([question, value]) => ({
      question,
      value,
      givenAt: early,
    })),
  }
  return new File([JSON.stringify(file)], 'answers.json', { type: 'application/json' })
}
