import { Prisma } from './generated/client'

/**
 * Whether the rules of what is set, `s`, show its students by `now`, or have shown, which answers were right; so do
 * attempts outside of a class, where `s` is null. After handing in, where the rules say so; after the
 * close where it is over for everybody: with the longest that extra time can move it, without a later
 * date of anybody's and with nothing under way. That is never sooner than `shownNow`, and may be up
 * to a day later.
 */
export const toldBy = (now: Date): Prisma.Sql => Prisma.sql`(s.id is null
  or coalesce(s.rules->'review'->'afterSubmission', '[]') ? 'correctness'
  or coalesce(s.rules->'review'->'afterClose', '["correctness"]') ? 'correctness'
    and s."closesAt" + case when s.rules->>'minutes' is null then interval '0'
      else greatest(interval '1 day', (s.rules->>'minutes')::int * interval '1 minute') end <= ${now}
    and not exists (select from "Exception" x where x."assignmentId" = s.id
      and 'closesAt' = any (x.set) and (x."closesAt" is null or x."closesAt" > ${now}))
    and not exists (select from "Attempt" o
      where o."assignmentId" = s.id and o."submittedAt" is null))`
