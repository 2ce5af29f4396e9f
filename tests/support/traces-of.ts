import { db } from '@/lib/data/db'
import { tracesIn } from './traces'

/** Where one of these texts stands in the database of this test file. */
export const tracesOf = (texts: readonly string[]) =>
  tracesIn((sql, values) => db().$queryRawUnsafe(sql, ...values), texts)
