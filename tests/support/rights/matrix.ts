import { classes } from './classes'
import { learn } from './learn'
import { machines } from './machines'
import { quizzes } from './quizzes'
import type { Area } from './rows'
import { site } from './site'

/** Every area of the product; a new one is a file of its own and a name in this list. */
const AREAS: readonly Area[] = [site, learn, classes, quizzes, machines]

export const routeRows = AREAS.flatMap(({ routes = [] }) => routes)
export const deedRows = AREAS.flatMap(({ deeds = [] }) => deeds)
