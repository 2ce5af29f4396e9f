import { describe, expect, it } from 'vitest'
import { type RuleName, rules } from '@/lib/content/check'
import { readCourse, readMaterial } from '@/lib/content/course'
import { idsOf, type LockedId } from '@/lib/content/id-lock'
import type { Problem } from '@/lib/domain/course-content'
import { sampleFiles } from './sample-course'

/** A change of one of the sample's files: what stands there and what stands there instead. */
export type Edit = (files: Map<string, string>) => void

/** Puts `to` in place of `from`, which has to stand in the file. */
export const edit =
  (file: string, from: string, to: string): Edit =>
  (files) => {
    const text = files.get(file)
    if (!text?.includes(from)) throw new Error(`The sample's ${file} has no “${from}”.`)
    files.set(
      file,
      text.replace(from, () => to),
    )
  }
export const write =
  (file: string, text: string): Edit =>
  (files) => {
    files.set(file, text)
  }
export const remove =
  (file: string): Edit =>
  (files) => {
    if (!files.delete(file)) throw new Error(`The sample has no ${file}.`)
  }

const FOLDER = 'content/courses/sample'

export function sample(edits: readonly Edit[] = []): Map<string, string> {
  const files = new Map(Object.entries(sampleFiles))
  for (const change of edits) change(files)
  return files
}

/** A problem as tests read it: `on` is the text of the line that it points to. */
export interface Found {
  file: string
  path: string
  on: string | null
  message: string
}

const inFile = (files: Map<string, string>, { file, path, line, message }: Problem): Found => {
  const name = file.startsWith(`${FOLDER}/`) ? file.slice(FOLDER.length + 1) : file
  const text = files.get(name)?.split('\n')[(line ?? 0) - 1]
  return { file: name, path, on: text?.trim() ?? null, message }
}

/** The ids of these files, as they would be locked. */
function lockOf(files: ReadonlyMap<string, string>): LockedId[] {
  return idsOf(readMaterial('sample', FOLDER, files, null).material)
}
/** The ids of the sample before any edit. */
export const sampleLock = (): LockedId[] => lockOf(sample())

export const readSample = (edits: readonly Edit[] = []) => {
  const files = sample(edits)
  return readCourse('sample', FOLDER, files, lockOf(files))
}

/** Everything that is wrong with the sample after these edits. */
export function problemsAfter(...edits: Edit[]): Found[] {
  const files = sample(edits)
  return readCourse('sample', FOLDER, files, lockOf(files)).problems.map((problem) =>
    inFile(files, problem),
  )
}

/** What one rule finds after edits that leave every file readable; the sample's ids are locked. */
export function findings(
  rule: RuleName,
  edits: readonly Edit[],
  lock: readonly LockedId[] = sampleLock(),
): Found[] {
  const files = sample(edits)
  const { material, problems, withLine } = readMaterial('sample', FOLDER, files, lock)
  expect(problems).toEqual([])
  return rules[rule](material).map((problem) => inFile(files, withLine(problem)))
}

export type Case = [breach: string, edits: Edit[], problems: Found[]]

/** The table of one rule: the sample passes, and each breach yields exactly the named problems. */
export function ruleTable(rule: RuleName, guarantee: string, cases: Case[]): void {
  describe(guarantee, () => {
    it('finds nothing in a course without a fault', () => {
      expect(findings(rule, [])).toEqual([])
    })
    it.each(cases)('refuses %s', (_breach, edits, problems) => {
      expect(problems).not.toEqual([])
      expect(findings(rule, edits)).toEqual(problems)
    })
  })
}
