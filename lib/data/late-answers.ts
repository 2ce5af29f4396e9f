import { v7 as uuid } from 'uuid'
import type { ScorableAttempt } from '@/lib/domain/attempt'
import type { Certainty } from '@/lib/domain/certainty'
import {
  type AnswerFile,
  givenInTime,
  type LateAnswer,
  type LateOutcome,
  type LateSource,
} from '@/lib/domain/late-answer'
import type { StoredResponse } from '@/lib/domain/question/publish'
import { opened } from '@/lib/domain/sent'
import type { Viewer } from '@/lib/domain/viewer'
import { readAttempt } from './attempts'
import { db } from './db'
import { toJson } from './save'
import { inTransaction, type Transaction } from './transaction'

interface Given {
  questionId: string
  value: StoredResponse | null
  /** How sure the learner is; null where it is not said. */
  certainty: Certainty | null
  givenAt: Date
  /** The version that it was written on top of; null where nobody knows, as in a file. */
  base: number | null
}

/** Whether the paper of an attempt asks a question: its quiz may well have more of them. */
const asks = (attempt: ScorableAttempt | null, question: string): boolean =>
  attempt?.version.questions.some(({ id }) => id === question) ?? false

interface Standing {
  id: string
  startedAt: Date
  deadline: Date | null
  submittedAt: Date | null
  isKnown: boolean
  saved: {
    isSame: boolean
    version: number
    givenAt: string
    checked: boolean
  } | null
}

/** An attempt that is set in a running class, with what is saved of one question; its row is shared. */
async function readStanding(
  from: Transaction,
  attemptId: string,
  { questionId, value, certainty }: Given,
): Promise<Standing | null> {
  const json = value === null ? null : toJson(value)
  const [row] = await from.$queryRaw<Standing[]>`
    select a.id, a."startedAt", a.deadline, a."submittedAt",
      ${questionId} = any (v."questionIds") as "isKnown",
      (select json_build_object('version', r.version, 'givenAt', coalesce(r."givenAt", r."savedAt"),
          'isSame', nullif(r.value, 'null'::jsonb) is not distinct from ${json}::jsonb
            and (${certainty}::int is null or ${certainty}::int = coalesce(r.certainty, 1)),
          'checked', r."checkedAt" is not null)
        from "Response" r where r."attemptId" = a.id and r."questionId" = ${questionId}) as saved
    from "Attempt" a join "QuizVersion" v on v.id = a."versionId"
    join "Assignment" s on s.id = a."assignmentId"
    join "Class" c on c.id = s."classId" and c."archivedAt" is null
    where a.id = ${attemptId}::uuid
    for share of a`
  return row ?? null
}

/** Keeps one answer aside where it was given in time; of several for a question the latest given stands. */
async function keep(
  transaction: Transaction,
  attemptId: string,
  given: Given,
  source: LateSource,
  now: Date,
): Promise<LateOutcome> {
  const found = await readStanding(transaction, attemptId, given)
  if (!found?.isKnown) return 'refused'
  const { saved } = found
  if (saved ? saved.isSame : given.value === null) return 'stands'
  if (saved?.checked) return 'refused'
  const givenAt = givenInTime(found, given.givenAt, source, now)
  if (!givenAt) return 'refused'
  const isOnTop = saved !== null && given.base === saved.version
  if (saved && saved.version > 0 && !isOnTop && givenAt <= new Date(saved.givenAt)) return 'older'
  const json = given.value === null ? null : toJson(given.value)
  const [kept] = await transaction.$queryRaw<{ isNew: boolean; isDecided: boolean }[]>`
    with kept as (
      insert into "LateAnswer" as old
        (id, "attemptId", "questionId", value, certainty, "givenAt", "receivedAt", source)
      values (${uuid()}::uuid, ${attemptId}::uuid, ${given.questionId}, ${json}::jsonb,
        ${given.certainty}::int, ${givenAt}, ${now}, ${source}::"LateSource")
      on conflict ("attemptId", "questionId") do update set value = excluded.value,
        certainty = excluded.certainty, "givenAt" = excluded."givenAt", "receivedAt" = excluded."receivedAt", source = excluded.source
        where old."decidedAt" is null and old."givenAt" < excluded."givenAt"
          and (old.value, old.certainty) is distinct from (excluded.value, excluded.certainty)
      returning id
    ), logged as (
      insert into "AttemptEvent" (id, "attemptId", at, kind, detail)
      select ${uuid()}::uuid, ${attemptId}::uuid, ${now}, 'late-kept', ${given.questionId} from kept
    )
    select exists (select from kept) as "isNew", exists (select from "LateAnswer" l
      where l."attemptId" = ${attemptId}::uuid and l."questionId" = ${given.questionId}
        and l."decidedAt" is not null) as "isDecided"`
  return kept?.isNew || !kept?.isDecided ? 'kept' : 'refused'
}

/**
 * Keeps an answer aside for the teacher which the viewer gave, by their device's telling, before the
 * end of an attempt of their own that is set in a class, and which came after it. No score changes.
 *
 * @returns `stands`: it is saved as it is; `older`: a newer one is saved; `refused`: everything else
 */
export function keepLate(
  viewer: Viewer,
  attemptId: string,
  given: Omit<Given, 'givenAt' | 'certainty'> & {
    certainty?: Certainty | undefined
    age: number
  },
  now: Date,
): Promise<LateOutcome> {
  return inTransaction(async (transaction) => {
    const mine = await transaction.attempt.findFirst({
      where: { id: attemptId, learnerId: viewer.id, assignmentId: { not: null } },
      select: { id: true },
    })
    if (!mine) return 'refused'
    if (!asks(await readAttempt(viewer, attemptId, transaction), given.questionId)) return 'refused'
    const { age, certainty = null, ...rest } = given
    const givenAt = new Date(Math.max(0, now.getTime() - age))
    return keep(transaction, attemptId, { ...rest, certainty, givenAt }, 'device', now)
  })
}

/**
 * Takes in a file of answers of one attempt at what is set in a class that the viewer teaches; they
 * are kept aside like those that a device brings late.
 *
 * @returns how many were kept, were saved already or yield to newer ones, and were left out since
 *   they were given after the end or ask nothing here; null where it is no such attempt; `open` while
 *   it is under way, since its device can still save
 */
export function takeInFile(
  viewer: Viewer,
  classId: string,
  quizId: string,
  { attempt, answers }: AnswerFile,
  now: Date,
): Promise<{ kept: number; stand: number; out: number } | 'open' | null> {
  return inTransaction(async (transaction) => {
    const found = await transaction.attempt.findFirst({
      where: {
        id: attempt,
        assignment: {
          quizId,
          classId,
          class: {
            archivedAt: null,
            memberships: { some: { userId: viewer.id, role: { in: ['teacher', 'coteacher'] } } },
          },
        },
      },
      select: { id: true, submittedAt: true },
    })
    if (!found) return null
    if (!found.submittedAt) return 'open'
    const asked = await readAttempt(viewer, attempt, transaction)
    const counts = { kept: 0, stand: 0, out: 0 }
    for (const { question, value, givenAt } of answers) {
      const given = {
        questionId: question,
        ...opened(value),
        givenAt: new Date(givenAt),
        base: null,
      }
      const outcome = asks(asked, question)
        ? await keep(transaction, attempt, given, 'file', now)
        : 'refused'
      counts[outcome === 'kept' ? 'kept' : outcome === 'refused' ? 'out' : 'stand']++
    }
    return counts
  })
}

export interface LateOfAttempt {
  attemptId: string
  learnerName: string
  isSubmitted: boolean
  answers: LateAnswer[]
}

interface LateRow extends Omit<LateOfAttempt, 'answers'> {
  answers: (Omit<LateAnswer, 'givenAt' | 'receivedAt' | 'decidedAt'> & {
    givenAt: string
    receivedAt: string
    decidedAt: string | null
  })[]
}

const MOST = 100

/**
 * The attempts at what is set in a class which have late answers, those that wait for a decision
 * first, at most a hundred; for who teaches or observes the class, for everybody else nothing.
 */
export async function listLate(
  viewer: Viewer,
  classId: string,
  quizId: string,
): Promise<LateOfAttempt[]> {
  const rows = await db().$queryRaw<LateRow[]>`
    select a.id as "attemptId", u.name as "learnerName", a."submittedAt" is not null as "isSubmitted",
      json_agg(json_build_object('id', l.id, 'questionId', l."questionId", 'value', l.value,
        'certainty', l.certainty,
        'givenAt', l."givenAt", 'receivedAt', l."receivedAt", 'source', l.source,
        'decidedAt', l."decidedAt", 'accepted', l.accepted) order by l."givenAt", l.id) as answers
    from "LateAnswer" l join "Attempt" a on a.id = l."attemptId"
    join "User" u on u.id = a."learnerId"
    join "Assignment" s on s.id = a."assignmentId"
    join "Membership" t on t."classId" = s."classId" and t."userId" = ${viewer.id}::uuid
      and t.role <> 'student'
    where s."classId" = ${classId}::uuid and s."quizId" = ${quizId}::uuid
    group by a.id, u.name
    order by count(*) filter (where l."decidedAt" is null) = 0, u.name, a.id
    limit ${MOST}`
  const date = (text: string | null) => (text === null ? null : new Date(text))
  return rows.map((row) => ({
    ...row,
    answers: row.answers.map((each) => ({
      ...each,
      givenAt: new Date(each.givenAt),
      receivedAt: new Date(each.receivedAt),
      decidedAt: date(each.decidedAt),
    })),
  }))
}

/** How many late answers of what is set in a class wait for a decision; 0 for who is not of its staff. */
export async function countWaiting(
  viewer: Viewer,
  classId: string,
  quizId: string,
): Promise<number> {
  return db().lateAnswer.count({
    where: {
      decidedAt: null,
      attempt: {
        assignment: {
          classId,
          quizId,
          class: { memberships: { some: { userId: viewer.id, role: { not: 'student' } } } },
        },
      },
    },
  })
}
