import { createHash } from 'node:crypto'
import { cutAs, excerpt } from '@/lib/domain/excerpt'
import { accept, type Outcome, refuse } from '@/lib/domain/outcome'
import { type Found, type SearchHit, type SearchPassage, spread } from '@/lib/domain/search'
import { type Asked, asked, searchable } from '@/lib/domain/search-words'
import { Prisma } from './generated/client'
import { searches } from './pool'
import { inTransaction } from './transaction'

/**
 * Puts a course's passages in the place of those that were there; the same again changes nothing.
 *
 * @returns whether anything changed
 */
export function publishPassages(courseSlug: string, passages: SearchPassage[]): Promise<boolean> {
  const rows = passages.map((passage, place) => ({
    courseSlug,
    place,
    ...passage,
    titleWords: searchable(passage.title),
    textWords: searchable(passage.text),
  }))
  const contentHash = createHash('sha256').update(JSON.stringify(rows)).digest('hex')
  return inTransaction(async (transaction) => {
    const [changed] = await transaction.$queryRaw<{ courseSlug: string }[]>`
      insert into "SearchIndex" as old ("courseSlug", "contentHash") values (${courseSlug}, ${contentHash})
      on conflict ("courseSlug") do update set "contentHash" = excluded."contentHash"
        where old."contentHash" <> excluded."contentHash"
      returning "courseSlug"`
    if (!changed) return false
    await transaction.searchPassage.deleteMany({ where: { courseSlug } })
    await transaction.searchPassage.createMany({ data: rows })
    return true
  })
}

/** Signs that stand between no words; between them Postgres puts what was looked for. */
const [START, END] = ['\uE000', '\uE001']
const HEADLINE = `HighlightAll=true, StartSel=${START}, StopSel=${END}`
/** A short passage that is about the words comes before a long one that has them among others. */
const BY_LENGTH = 1 | 32

interface Row extends Omit<SearchHit, 'pieces'> {
  text: string
  headline: string
}

const toHit = ({ kind, href, context, title, text, headline }: Row): SearchHit => ({
  kind,
  href,
  context,
  title,
  pieces: excerpt(cutAs(headline.split(new RegExp(`${START}|${END}`)), text)),
})

async function ask<Answer extends object>({ text, values }: Prisma.Sql): Promise<Answer[]> {
  return (await searches().query<Answer>({ text, values })).rows
}

/** Those that hold all the words or, where there are none, the name as it stands; best first. */
const whole = (courseSlug: string, { whole, begun, within }: Asked, limit: number) =>
  ask<Row>(Prisma.sql`
    with asked as (
      select websearch_to_tsquery('english', ${whole}) as whole,
        coalesce(to_tsquery('english', ${begun}), ''::tsquery) as begun
    ), found as (
      select p.*, a.whole || a.begun as wanted, a.whole, a.begun
      from "SearchPassage" p, asked a
      where p."courseSlug" = ${courseSlug} and p.vector @@ (a.whole || a.begun)
        and querytree(a.whole || a.begun) <> 'T'
    ), ranked as (
      select kind, href, context, title, text, "textWords", place, wanted,
        ts_rank_cd(vector, whole, ${BY_LENGTH}) * 2 + ts_rank_cd(vector, begun, ${BY_LENGTH}) as rank
      from found
      union all
      select kind, href, context, title, text, "textWords", place, null, 0 from "SearchPassage"
      where "courseSlug" = ${courseSlug} and not exists (select from found)
        and strpos("titleWords" || ' ' || "textWords", ${within}) > 0
    ), best as (select * from ranked order by rank desc, place limit ${limit})
    select kind, href, context, title, text, coalesce(
      ts_headline('english', "textWords", wanted, ${HEADLINE}),
      replace("textWords", ${within}, ${within && START + within + END})) as headline
    from best order by rank desc, place`)

type Part = { unknown: string[] } & (Row | { kind: null })

/** Those that hold some of the words, most of them first, and on each row the words of none. */
const parts = (courseSlug: string, words: readonly string[], limit: number) =>
  ask<Part>(Prisma.sql`
    with word as (
      select word, to_tsquery('english', word) as query from unnest(${words}::text[]) word
    ), missing as (
      select coalesce(array_agg(word), '{}') as unknown from word
      where numnode(query) > 0 and not exists (
        select from "SearchPassage" where "courseSlug" = ${courseSlug} and vector @@ query)
    ), found as (
      select p.*, wanted, ts_rank_cd(vector, wanted, ${BY_LENGTH}) as rank,
        (select count(*) from word where p.vector @@ word.query) as held
      from "SearchPassage" p, to_tsquery('english', ${words.join(' | ')}) wanted
      where p."courseSlug" = ${courseSlug} and p.vector @@ wanted
    ), best as (select * from found order by held desc, rank desc, place limit ${limit})
    select unknown, kind, href, context, title, text,
      ts_headline('english', "textWords", wanted, ${HEADLINE}) as headline
    from missing left join best on true order by held desc, rank desc, place`)

/** How many are shown where no place has all the words. */
const SOME = 20

async function find(courseSlug: string, query: string, limit: number): Promise<Found> {
  const wanted = asked(query)
  const { words, begun, isCut } = wanted
  const all = await whole(courseSlug, wanted, limit)
  if (all.length > 0 || words.length === 0)
    return { hits: spread(all.map(toHit)), isPartial: false, isCut, unknown: [] }
  // Who asked for exact words gets no others, but may have misspelt them.
  const rows = await parts(courseSlug, words, begun === null ? 0 : Math.min(limit, SOME))
  const hits = rows.flatMap((row) => (row.kind === null ? [] : [toHit(row)]))
  const unknown = (rows[0]?.unknown ?? []).map((word) => word.replace(':*', ''))
  return { hits: spread(hits), isPartial: hits.length > 0, isCut, unknown }
}

/** The statement was cancelled, or no connection came free in time. */
const isBusy = (error: unknown): boolean =>
  error instanceof Error &&
  (('code' in error && error.code === '57014') ||
    error.message === 'timeout exceeded when trying to connect')

/**
 * What a course says about `query`, best first: words in any of their forms, the last one also at
 * its beginning, with quotation marks, minus and “or” as search engines read them. Where no word is
 * found, what holds the name as it stands: so Chinese names are found in part. A query without a
 * word to look for finds nothing. One statement and at most `limit` hits; where it finds none, a
 * second for places that have some of the words. Refused where it takes too long.
 */
export async function searchCourse(
  courseSlug: string,
  query: string,
  limit: number,
): Promise<Outcome<Found, 'busy'>> {
  try {
    return accept(await find(courseSlug, query, limit))
  } catch (error) {
    if (isBusy(error)) return refuse('busy')
    throw error
  }
}
