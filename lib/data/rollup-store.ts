import { deflateRawSync, inflateRawSync } from 'node:zlib'
import { z } from 'zod'
import type { Rollup } from '@/lib/domain/rollup'
import { readRollup, writeRollup } from '@/lib/domain/rollup-text'
import { type Summary, summarise, summarySchema } from '@/lib/domain/summary'

/** What a page reads of one choice of attempts. */
export interface StoredSummary {
  /** The newest version that has any of them. */
  versionId: string
  /** How many of them are at others. */
  older: number
  summary: Summary
}

/** By version. */
export type Rollups = Map<string, Rollup>

const storedSchema = z.object({
  versionId: z.string(),
  older: z.int().min(0),
  summary: summarySchema,
})
const wholeSchema = z.array(z.tuple([z.string(), z.string()]))

/** More than this is nothing that was packed here. */
const MOST = 256 * 1024 * 1024

const pack = (value: unknown) => new Uint8Array(deflateRawSync(JSON.stringify(value)))
const unpack = (packed: Uint8Array): unknown =>
  JSON.parse(inflateRawSync(packed, { maxOutputLength: MOST }).toString('utf8'))

export const packWhole = (rollups: Rollups) =>
  pack([...rollups].sort().map(([versionId, rollup]) => [versionId, writeRollup(rollup)]))

export const unpackWhole = (packed: Uint8Array): Rollups =>
  new Map(
    wholeSchema.parse(unpack(packed)).map(([versionId, text]) => [versionId, readRollup(text)]),
  )

/** What is told where this version is the newest. */
export function packSummary(rollups: Rollups, versionId: string) {
  const rollup = rollups.get(versionId)
  if (!rollup) throw new Error(`Nothing is counted at version ${versionId}`)
  const all = [...rollups.values()].reduce((sum, { attempts }) => sum + attempts, 0)
  const stored: StoredSummary = {
    versionId,
    older: all - rollup.attempts,
    summary: summarise(rollup),
  }
  return pack(stored)
}

export const unpackSummary = (packed: Uint8Array): StoredSummary =>
  storedSchema.parse(unpack(packed))
