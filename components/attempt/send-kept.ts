import { createAutosave } from './autosave'
import type { Autosave } from './autosave-contract'
import { keeperInBrowser } from './kept-in-browser'
import { browserRoad } from './save-request'

/** What became of answers that this browser had kept. */
export interface KeptNews {
  /** How many there were at first, and how many still wait. */
  all: number
  left: number
  /** How many came after the end and are kept for the teacher. */
  late: number
  /** How many came after the end and are not taken any more. */
  refused: number
}

/**
 * Sends all that this browser has kept of a learner, of whichever attempt, and goes on trying until it
 * is stopped.
 *
 * @param onNews hears how it stands, first and after each change; never where nothing was kept
 * @param ms for at most so long it is waited for
 * @returns what came of it by then, and what stops it
 */
export async function sendKept(
  learner: string,
  onNews: (news: KeptNews) => void,
  ms: number,
): Promise<{ news: KeptNews; stop(): void }> {
  const keeper = keeperInBrowser(learner)
  const kept = await keeper.list()
  const saves: Autosave[] = []
  const news = (): KeptNews => ({
    all: kept.length,
    left: saves.reduce((sum, save) => sum + Object.keys(save.pending()).length, 0),
    late: saves.reduce((sum, save) => sum + save.ended().late, 0),
    refused: saves.reduce((sum, save) => sum + save.ended().refused, 0),
  })
  for (const attemptId of new Set(kept.map((each) => each.attemptId)))
    saves.push(
      createAutosave({
        attemptId,
        ...browserRoad(attemptId),
        keeper,
        saved: {},
        onState: () => onNews(news()),
        onConflict: () => {},
      }),
    )
  for (const [at, attemptId] of [...new Set(kept.map((each) => each.attemptId))].entries())
    saves[at]?.takeUp(kept.filter((each) => each.attemptId === attemptId))
  await Promise.all(saves.map((save) => save.settle(ms)))
  return {
    news: news(),
    stop() {
      for (const save of saves) save.stop()
    },
  }
}
