import type { Behaviour } from './assignment'

/** Whether each question is checked for itself while the attempt is open, on a page of its own. */
const CHECKED: Record<Behaviour, boolean> = {
  deferred: false,
  immediate: true,
  interactive: true,
  certainty: false,
  immediateCertainty: true,
}

export const isChecked = (behaviour: Behaviour): boolean => CHECKED[behaviour]

/** Whether each question also asks how sure the learner is. */
const ASKS_CERTAINTY: Record<Behaviour, boolean> = {
  deferred: false,
  immediate: false,
  interactive: false,
  certainty: true,
  immediateCertainty: true,
}

/** Whether how sure the learner is makes a part of the score; else it is for themselves to see. */
const COUNTS_CERTAINTY: Record<Behaviour, boolean> = {
  deferred: false,
  immediate: false,
  interactive: false,
  certainty: true,
  immediateCertainty: false,
}

export const countsCertainty = (behaviour: Behaviour): boolean => COUNTS_CERTAINTY[behaviour]

export const asksCertainty = (behaviour: Behaviour): boolean => ASKS_CERTAINTY[behaviour]
