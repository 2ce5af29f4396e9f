import { forgetKept } from '@/components/attempt/kept-in-browser'
import { forgetPlaces } from '@/components/lesson/place-store'
import { forgetLessons } from '@/components/offline/lesson-cache'
import { forgetReview } from '@/components/offline/review-store'

/** Whose account this tab has asked to erase; only then does the last page clear the device. */
const ERASING = 'rendezvous-erasing'

/** Notes whose traces go; in a browser that keeps nothing there are none. */
export function noteErasing(learner: string): void {
  try {
    window.sessionStorage.setItem(ERASING, learner)
  } catch {
    // Nothing was kept here either.
  }
}

/**
 * Takes from this device what it has kept of whoever has just been erased from this tab: answers,
 * review, places and opened lessons. Whether there was anybody. Never throws.
 */
export async function forgetErased(): Promise<boolean> {
  try {
    const learner = window.sessionStorage.getItem(ERASING)
    if (learner === null) return false
    await forgetKept(learner)
    forgetReview(learner)
    forgetPlaces()
    await forgetLessons()
    window.sessionStorage.clear()
    return true
  } catch {
    return false
  }
}
