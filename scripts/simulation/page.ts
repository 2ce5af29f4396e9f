import { type Learner, simulate } from './learner'
import { tableOf } from './table'

const always = () => true

/** Five ways to study, each with what makes it hard for a schedule. */
export const LEARNERS: readonly Learner[] = [
  { name: 'Every day', memory: 1, cap: 20, studies: always },
  { name: 'Every other day', memory: 1, cap: 20, studies: (day) => day % 2 === 0 },
  { name: 'Two weeks away', memory: 1, cap: 20, studies: (day) => day < 40 || day >= 54 },
  { name: 'Forgets twice as fast', memory: 0.5, cap: 20, studies: always },
  { name: 'At most five a day', memory: 1, cap: 5, studies: always },
]

export const DAYS = 90

const OPENING = `# What review asks of a learner, and what it gives

Printed by \`npm run simulate\`. Invented learners read a lesson and take its quiz of eleven questions on
every fourth day on which they study, until all eight lessons are done; each day they review what comes
back. They answer three quarters of a quiz rightly. Later they answer by the forgetting curve of FSRS-6:
as the schedule believes, or, one of them, as if they forgot twice as fast. The schedule is the one of
the application (\`lib/domain/schedule.ts\`), which aims at nine answers in ten still known when a
question comes back.

“Known without review” is what the same learner would still know of the same questions had nothing come
back after the quizzes. These are figures of a model and not of people: they show how much work the
schedule makes, that a holiday is caught up with under the daily cap, and that the retention that was
aimed at is met where people forget as the model says, and missed where they forget faster. Each table
is one learner, so single rows move by chance: few reviews make jumpy shares.
`

/** The whole page of the simulation. */
export const simulationPage = (): string =>
  [OPENING, ...LEARNERS.map((learner) => tableOf(learner, simulate(learner, DAYS)))].join('\n')
