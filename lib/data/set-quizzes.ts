import { type Dates, rulesSchema } from '@/lib/domain/assignment'
import type { TaughtClass } from '@/lib/domain/class'
import { dateOf } from './exceptions'
import { Prisma } from './generated/client'

type SetQuiz = TaughtClass['quizzes'][number]

/** A quiz that is set in a class, as JSON from Postgres brings it. */
export type SetQuizRow = Omit<SetQuiz, 'assignedAt' | keyof Dates | 'rules'> & {
  [Name in keyof Dates]: string | null
} & { assignedAt: string; rules: unknown }

/**
 * What is set in a class, in its order, as one column. Quizzes and versions are fetched by their ids
 * at once, so that it costs no more however many others there are.
 */
export const setQuizzes = (classId: string): Prisma.Sql => Prisma.sql`
  coalesce((with a as materialized (
      select * from "Assignment" where "classId" = ${classId}::uuid
    ), q as materialized (
      select id, "courseSlug", slug, "currentId" from "Quiz"
      where id = any (array(select "quizId" from a))
    ), v as materialized (
      select id, title, short from "QuizVersion" where id = any (array(select "currentId" from q))
    )
    select json_agg(json_build_object('assignmentId', a.id, 'courseSlug', q."courseSlug",
      'slug', q.slug, 'title', v.title, 'short', v.short, 'quizId', q.id,
      'opensAt', a."opensAt", 'dueAt', a."dueAt", 'closesAt', a."closesAt", 'rules', a.rules,
      'assignedAt', a."assignedAt") order by a."assignedAt", a.id)
    from a join q on q.id = a."quizId" join v on v.id = q."currentId"), '[]') as quizzes`

export const toSetQuiz = (quiz: SetQuizRow): SetQuiz => ({
  ...quiz,
  assignedAt: new Date(quiz.assignedAt),
  opensAt: dateOf(quiz.opensAt),
  dueAt: dateOf(quiz.dueAt),
  closesAt: dateOf(quiz.closesAt),
  rules: rulesSchema.parse(quiz.rules),
})
