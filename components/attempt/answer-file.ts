import type { AnswerFile } from '@/lib/domain/late-answer'
import type { Unsent } from './autosave-contract'

/**
 * The file of last resort: what the server has not confirmed, each answer with when it was given by
 * the server's clock, as far as the page knows it.
 *
 * @param now the device's time of day in milliseconds
 * @param ahead how far that is ahead of the server's
 */
export function answerFile(
  attempt: string,
  quiz: string,
  unsent: readonly Unsent[],
  now: number,
  ahead: number,
): AnswerFile {
  const at = now - ahead
  return {
    format: 'rendezvous-answers',
    version: 1,
    attempt,
    quiz,
    madeAt: new Date(at).toISOString(),
    answers: unsent.map(({ questionId, value, age }) => ({
      question: questionId,
      value,
      givenAt: new Date(Math.max(0, at - age)).toISOString(),
    })),
  }
}

/** Has the browser save it; needs no network. */
export function saveFile(file: AnswerFile): void {
  const blob = new Blob([JSON.stringify(file, null, 2)], { type: 'application/json' })
  const address = URL.createObjectURL(blob)
  const link = document.createElement('a')
  link.href = address
  link.download = `answers-${file.attempt.slice(-6)}-${file.madeAt.slice(0, 16).replaceAll(':', '-')}.json`
  link.click()
  setTimeout(() => URL.revokeObjectURL(address), 60_000)
}
