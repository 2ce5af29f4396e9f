import { publish } from './question/publish'
import type { AuthoredQuestion } from './question/question'

/** After so many orders without another one there is taken to be none. */
const TRIES = 24

/** What stands where, without the codes that are others every time. */
const arrangement = (question: AuthoredQuestion, seed: string): string =>
  JSON.stringify(publish(question, seed).face, (key, value) => (key === 'id' ? undefined : value))

/**
 * The seed that orders a question's options the `turn`-th time (from 1) that it comes back, from its
 * card's own seed: the order differs from that of the turn before wherever there is another one. The
 * same turn always has the same seed, so an answer can be read whenever it arrives.
 */
export function seedOfTurn(question: AuthoredQuestion, seed: string, turn: number): string {
  let last = `${seed}/1/0`
  for (let at = 2; at <= turn; at++) {
    const before = arrangement(question, last)
    const tried = Array.from({ length: TRIES }, (_, place) => `${seed}/${at}/${place}`)
    last = tried.find((each) => arrangement(question, each) !== before) ?? `${seed}/${at}/0`
  }
  return last
}
