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
}

/**
 * Sends all that this browser has kept of a learner, of whichever attempt, and goes on trying.
 *
 * @param onNews hears how it stands, first and after each change; never where nothing was kept
 * @returns waits for at most so many milliseconds; what came of it by then
 */
export async function sendKept(
  learner: string,
  onNews: (news: KeptNews) => void,
  ms: number,
): Promise<KeptNews> {
  const keeper = keeperInBrowser(learner)
  const kept = await keeper.list()
  const saves: Autosave[] = []
  const news = (): KeptNews => ({
    all: kept.length,
    left: saves.reduce((sum, save) => sum + Object.keys(save.pending()).length, 0),
    late: saves.reduce((sum, save) => sum + save.late(), 0),
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
  return news()
}
