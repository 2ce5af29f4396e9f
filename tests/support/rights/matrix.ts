import { alone } from './alone'
import { classes } from './classes'
import { corrections } from './corrections'
import { grades } from './grades'
import { late } from './late'
import { learn } from './learn'
import { machines } from './machines'
import { quizzes } from './quizzes'
import { reports } from './reports'
import type { Area } from './rows'
import { site } from './site'

/** Every area of the product; a new one is a file of its own and a name in this list. */
const AREAS: readonly Area[] = [
  site,
  learn,
  alone,
  classes,
  quizzes,
  corrections,
  late,
  grades,
  reports,
  machines,
]

export const routeRows = AREAS.flatMap(({ routes = [] }) => routes)
export const deedRows = AREAS.flatMap(({ deeds = [] }) => deeds)
