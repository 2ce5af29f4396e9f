import { v7 as uuid } from 'uuid'
import type {
  DemoAssignment,
  DemoAttempt,
  DemoClass,
  DemoException,
  DemoPerson,
  DemoQuiz,
} from '@/lib/data/demo'
import { windowOf } from '@/lib/domain/assignment'
import { picker } from '@/lib/domain/seed'
import { fromLocal, toLocal } from '@/lib/domain/zoned-time'
import { type Sat, share, sit } from './attempt'
import { at, MINUTE, type Moment, ZONE } from './moment'
import { type Invented, STAFF, STUDENTS } from './people'
import { type DemoSetting, SETTINGS } from './settings'

const maybe = (moment: Moment | null, now: Date) => moment && at(moment, now)

const personOf = ({ username, name, role, extraTime, isNew }: Invented): DemoPerson => ({
  ...{ id: uuid(), username, name, role, extraTime: extraTime ?? 'none' },
  mustChangePassword: isNew ?? false,
})

const assignmentOf = (setting: DemoSetting, quizId: string, now: Date): DemoAssignment => ({
  ...{ id: uuid(), quizId, rules: setting.rules, assignedAt: at(setting.assignedAt, now) },
  opensAt: maybe(setting.opensAt, now),
  dueAt: maybe(setting.dueAt, now),
  closesAt: at(setting.closesAt, now),
})

function exceptionOf(
  { later, excused }: DemoSetting,
  assignmentId: string,
  { id: userId, username }: DemoPerson,
  now: Date,
): DemoException | null {
  const common = { assignmentId, userId, extraAttempts: 0, isExcused: excused.includes(username) }
  if (later?.username === username)
    return { ...common, dueAt: at(later.dueAt, now), closesAt: at(later.closesAt, now) }
  return common.isExcused ? common : null
}

/** When somebody begins: right after it opens in class; else on an evening, late ones after the due date. */
function startOf(
  setting: DemoSetting,
  { assignedAt, opensAt, dueAt, closesAt }: DemoAssignment,
  username: string,
  plan: string,
  now: Date,
): Date {
  const pick = picker(`${plan}/start`)
  if (setting.underWay.includes(username)) return new Date(now.getTime() - (4 + pick(18)) * MINUTE)
  if (setting.sitting === 'in class' && opensAt)
    return new Date(opensAt.getTime() + (1 + pick(5)) * MINUTE + pick(MINUTE))
  const isLate = setting.late.includes(username) || setting.later?.username === username
  const from = isLate ? dueAt : assignedAt
  const end = Math.min((isLate ? closesAt : dueAt)?.getTime() ?? 0, now.getTime())
  const begin = (from?.getTime() ?? 0) + 2 * 60 * MINUTE
  // An hour is left to finish; nobody sits down to it at night.
  const free = new Date(begin + share(pick) * Math.max(0, end - 60 * MINUTE - begin))
  const evening = `${toLocal(free, ZONE).slice(0, 10)}T${14 + pick(7)}:${10 + pick(50)}`
  const wanted = fromLocal(evening, ZONE)
  const isFit =
    wanted.ok && wanted.value.getTime() > begin && wanted.value.getTime() < end - 60 * MINUTE
  return isFit ? wanted.value : free
}

/** All attempts of one student at one quiz. */
function attemptsOf(
  setting: DemoSetting,
  assignment: DemoAssignment,
  quiz: DemoQuiz,
  { ability }: Invented,
  person: DemoPerson,
  exception: DemoException | null,
  now: Date,
): DemoAttempt[] {
  const { username, id: learnerId, extraTime } = person
  if (setting.missing.includes(username)) return []
  const window = windowOf(assignment, setting.rules, extraTime, exception)
  const plan = `${setting.slug}/${username}`
  const pick = picker(`${plan}/pace`)
  const isStopped = setting.stopped.includes(username)
  const usual = 6 + pick(8) - Math.round(ability)
  const took = isStopped ? (window.limit ?? 0) / MINUTE + 4 : usual
  const first: Sat = {
    ...{ learnerId, assignmentId: assignment.id, quiz, rules: setting.rules, window, number: 1 },
    ...{ ability, now, startedAt: startOf(setting, assignment, username, plan, now) },
    minutes: setting.underWay.includes(username) ? null : took,
  }
  const done = sit(first, `${plan}/1`, `demo/${plan}/1`)
  if (!setting.twice.includes(username)) return [done]
  // Who has read the result knows more the second time.
  const again = new Date(first.startedAt.getTime() + (took + 20 + pick(20)) * MINUTE)
  const second = { ...first, number: 2, startedAt: again, ability: ability + 0.7 }
  return [done, sit(second, `${plan}/2`, `demo/${plan}/2`)]
}

/**
 * The class of the demo as of `now`: twenty-four students, three quizzes that are over and one that is
 * open, as far as they are published. Ids are new each time; papers, answers and scores are the same on every instance.
 */
export function demoClass(quizzes: Map<string, DemoQuiz>, now: Date): DemoClass {
  const students = STUDENTS.map((invented) => ({ invented, person: personOf(invented) }))
  const told: DemoClass = {
    ...{ id: uuid(), name: 'Class 9b, physics', timeZone: ZONE },
    createdAt: at([-30, '08:15'], now),
    people: [...STAFF.map(personOf), ...students.map(({ person }) => person)],
    ...{ assignments: [], exceptions: [], attempts: [], reads: [] },
  }
  for (const setting of SETTINGS) {
    const quiz = quizzes.get(setting.slug)
    if (!quiz) continue
    const assignment = assignmentOf(setting, quiz.quizId, now)
    told.assignments.push(assignment)
    for (const { invented, person } of students) {
      const exception = exceptionOf(setting, assignment.id, person, now)
      if (exception) told.exceptions.push(exception)
      const attempts = attemptsOf(setting, assignment, quiz, invented, person, exception, now)
      told.attempts.push(...attempts)
      const [first] = attempts
      const { lesson, course } = quiz.version
      if (!first || !lesson || picker(`${setting.slug}/${person.username}/read`)(10) === 0) continue
      const readAt = new Date(first.startedAt.getTime() - 15 * MINUTE)
      told.reads.push({
        userId: person.id,
        courseSlug: course.slug,
        lessonSlug: lesson.slug,
        readAt,
      })
    }
  }
  return told
}

/** The quizzes that the class is set. */
export const CLASS_QUIZZES = SETTINGS.map(({ slug }) => slug)
