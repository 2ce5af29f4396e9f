import { type StudySettings, USUAL_SETTINGS } from '@/lib/domain/study-settings'
import type { Viewer } from '@/lib/domain/viewer'
import { db } from './db'

/** The viewer's own settings; the usual ones where nothing is set. */
export async function findSettings(viewer: Viewer): Promise<StudySettings> {
  const row = await db().studySettings.findUnique({
    where: { userId: viewer.id },
    select: { timeZone: true, dailyCap: true, weeklyGoal: true, asksCertainty: true },
  })
  return row ?? USUAL_SETTINGS
}

/** Changes what is given of the viewer's own settings, and nothing else. */
export async function recordSettings(
  viewer: Viewer,
  changes: Partial<StudySettings>,
): Promise<void> {
  await db().studySettings.upsert({
    where: { userId: viewer.id },
    create: { userId: viewer.id, ...changes },
    update: changes,
    select: { userId: true },
  })
}
