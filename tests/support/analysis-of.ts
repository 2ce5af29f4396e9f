import { findAnalysable, findSummary } from '@/lib/data/item-analysis'
import { findVersion } from '@/lib/data/quizzes'
import { foldAssignment } from '@/lib/data/rollups'
import { analyseItems, type ItemAnalysis, type Which } from '@/lib/domain/item-analysis'
import { counted } from '@/lib/domain/item-corrections'
import type { Viewer } from '@/lib/domain/viewer'
import { the } from './the'

/** The analysis of what is set in a class, as its page makes it. */
export async function analysisOf(
  viewer: Viewer,
  classId: string,
  quizId: string,
  which: Which = 'all',
): Promise<ItemAnalysis> {
  const { assignmentId, corrections } = the(await findAnalysable(viewer, classId, quizId))
  await foldAssignment(assignmentId)
  const { versionId, summary } = the(await findSummary(viewer, classId, quizId, which))
  const { version } = counted(the(await findVersion(versionId)), corrections)
  return analyseItems(version, summary)
}
