import { createHash } from 'node:crypto'
import type { SearchHit, SearchPassage } from '@/lib/domain/search'
import { excerpt, prefixQuery } from '@/lib/domain/search'
import { db } from './db'
import { inTransaction } from './transaction'

/**
 * Puts a course's passages in the place of those that were there; the same again changes nothing.
 *
 * @returns whether anything changed
 */
export function publishPassages(courseSlug: string, passages: SearchPassage[]): Promise<boolean> {
  const contentHash = createHash('sha256').update(JSON.stringify(passages)).digest('hex')
  return inTransaction(async (transaction) => {
    const [changed] = await transaction.$queryRaw<{ courseSlug: string }[]>`
      insert into "SearchIndex" as old ("courseSlug", "contentHash") values (${courseSlug}, ${contentHash})
      on conflict ("courseSlug") do update set "contentHash" = excluded."contentHash"
        where old."contentHash" <> excluded."contentHash"
      returning "courseSlug"`
    if (!changed) return false
    await transaction.searchPassage.deleteMany({ where: { courseSlug } })
    await transaction.searchPassage.createMany({
      data: passages.map((passage, place) => ({ courseSlug, place, ...passage })),
    })
    return true
  })
}

/** Signs that stand in no text; between them Postgres puts what was looked for. */
const [START, END] = ['\uE000', '\uE001']
const HEADLINE = `HighlightAll=true, StartSel=${START}, StopSel=${END}`

type Row = Omit<SearchHit, 'pieces'> & { headline: string }

const toHit = ({ headline, ...row }: Row): SearchHit => ({
  ...row,
  pieces: excerpt(headline.split(new RegExp(`${START}|${END}`))),
})

/**
 * What a course says about `query`, best first: words in any of their forms, also at their beginning,
 * with quotation marks, minus and “or” as search engines read them. Where no word is found, texts
 * that hold the query as it stands: so Chinese names are found. One statement, at most `limit` hits.
 */
export async function searchCourse(
  courseSlug: string,
  query: string,
  limit: number,
): Promise<SearchHit[]> {
  const rows = await db().$queryRaw<Row[]>`
    with asked as (
      select websearch_to_tsquery('english', ${query}) as whole,
        coalesce(to_tsquery('english', ${prefixQuery(query)}), ''::tsquery) as begun
    ), found as (
      select p.*, a.whole || a.begun as wanted, a.whole, a.begun
      from "SearchPassage" p, asked a
      where p."courseSlug" = ${courseSlug} and p.vector @@ (a.whole || a.begun)
    ), ranked as (
      select kind, href, context, title, place, text, wanted,
        ts_rank_cd(vector, whole, 32) * 2 + ts_rank_cd(vector, begun, 32) as rank
      from found
      union all
      select kind, href, context, title, place, text, whole, 0 from "SearchPassage" p, asked
      where "courseSlug" = ${courseSlug} and not exists (select from found)
        and strpos(lower(title || ' ' || text), lower(${query})) > 0
    ), best as (select * from ranked order by rank desc, place limit ${limit})
    select kind, href, context, title, ts_headline('english', text, wanted, ${HEADLINE}) as headline
    from best order by rank desc, place`
  return rows.map(toHit)
}
