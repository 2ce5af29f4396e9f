import { createHash } from 'node:crypto'
import { v7 as uuid } from 'uuid'
import type { Mode } from '@/lib/domain/course'
import { type QuizVersion, quizVersionSchema } from '@/lib/domain/quiz'
import { db } from './db'
import { inTransaction, type Transaction } from './transaction'

/** Key order does not matter to JSON; it must not matter to the hash. */
const canonical = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(canonical)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, canonical(inner)]),
  )
}

export const contentHash = (version: QuizVersion): string =>
  createHash('sha256')
    .update(JSON.stringify(canonical(version)))
    .digest('hex')

/**
 * Publishes a quiz: content that is new becomes the next version, content that has been published
 * before becomes current again, unchanged content changes nothing. Versions are never altered.
 *
 * @returns whether anything changed
 */
export function publishQuiz(version: QuizVersion): Promise<boolean> {
  const hash = contentHash(version)
  const at = { courseSlug: version.course.slug, slug: version.slug }
  return inTransaction(async (transaction) => {
    await transaction.$executeRaw`
      insert into "Quiz" (id, "courseSlug", slug)
      values (${uuid()}::uuid, ${at.courseSlug}, ${at.slug}) on conflict do nothing`
    const [quiz] = await transaction.$queryRaw<{ id: string; currentId: string | null }[]>`
      select id, "currentId" from "Quiz"
      where "courseSlug" = ${at.courseSlug} and slug = ${at.slug} for update`
    if (!quiz) throw new Error(`Quiz ${at.courseSlug}/${at.slug} vanished while being published`)
    const known = await transaction.quizVersion.findUnique({
      where: { quizId_contentHash: { quizId: quiz.id, contentHash: hash } },
      select: { id: true },
    })
    if (known?.id === quiz.currentId && known) return false
    const number = 1 + (await transaction.quizVersion.count({ where: { quizId: quiz.id } }))
    const { id } =
      known ??
      (await transaction.quizVersion.create({
        data: {
          quizId: quiz.id,
          number,
          contentHash: hash,
          content: JSON.parse(JSON.stringify(version)),
          title: version.title,
          short: version.short,
          lessonSlug: version.lesson?.slug ?? null,
          lessonPlace: version.lesson?.number ?? null,
          size: version.draw.length || version.questions.length,
          questionIds: version.questions.map((question) => question.id),
          modes: version.modes,
        },
        select: { id: true },
      }))
    await transaction.quiz.update({ where: { id: quiz.id }, data: { currentId: id } })
    return true
  })
}

const KEPT = 200
const versions = new Map<string, QuizVersion>()

/**
 * A version by its id. Versions never change, so the last 200 are kept in this process, parsed.
 *
 * @param from the transaction under way, if there is one: a second connection could wait for ever
 *   when every connection belongs to a transaction that needs a second one
 */
export async function findVersion(
  id: string,
  from: Transaction = db(),
): Promise<QuizVersion | null> {
  const kept = versions.get(id)
  if (kept) {
    versions.delete(id)
    versions.set(id, kept)
    return kept
  }
  const row = await from.quizVersion.findUnique({ where: { id }, select: { content: true } })
  if (!row) return null
  const version = quizVersionSchema.parse(row.content)
  versions.set(id, version)
  const [oldest] = versions.keys()
  if (versions.size > KEPT && oldest) versions.delete(oldest)
  return version
}

/** The version of a quiz that is current now; null where it is not published. */
export async function findCurrent(
  courseSlug: string,
  slug: string,
): Promise<{ id: string; version: QuizVersion } | null> {
  const quiz = await db().quiz.findUnique({
    where: { courseSlug_slug: { courseSlug, slug } },
    select: { currentId: true },
  })
  const version = quiz?.currentId ? await findVersion(quiz.currentId) : null
  return quiz?.currentId && version ? { id: quiz.currentId, version } : null
}

export interface QuizEntry {
  id: string
  /** The current one. */
  versionId: string
  courseSlug: string
  slug: string
  title: string
  short: string
  modes: Mode[]
  questions: number
}

/** Every published quiz, for a teacher who assigns one. */
export async function listQuizzes(): Promise<QuizEntry[]> {
  return await db().$queryRaw<QuizEntry[]>`
    select q.id, v.id as "versionId", q."courseSlug", q.slug, v.title, v.short, v.modes, v.size as questions
    from "Quiz" q join "QuizVersion" v on v.id = q."currentId"
    order by q."courseSlug", v."lessonPlace" nulls last, q.slug
    limit 500`
}

/** Whether this database holds published content. */
export async function hasContent(): Promise<boolean> {
  const [row] = await db().$queryRaw<{ ready: boolean }[]>`
    select exists (select from "Quiz" where "currentId" is not null) as ready`
  return row?.ready ?? false
}
