import {
  type Document,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseDocument,
  visit,
  type YAMLError,
} from 'yaml'
import type { z } from 'zod'
import type { Problem } from '@/lib/domain/course-content'
import { problem, problemsOf } from './wording'

/** The line of a place that is written as in `Problem.path`, as exactly as it can be told. */
export type FindLine = (path: string) => number | undefined

export interface YamlFile<Data> {
  /** Null where anything is wrong with the file. */
  data: Data | null
  problems: Problem[]
  findLine: FindLine
}

/** The common slips; for the others the parser's own words have to do. */
const SLIPS: Partial<Record<YAMLError['code'], string>> = {
  TAB_AS_INDENT: 'Tabs cannot be used at the beginning of a line. Use spaces.',
  DUPLICATE_KEY: 'This field stands twice.',
  BAD_INDENT: 'This line does not begin in the same column as its neighbours.',
  MULTILINE_IMPLICIT_KEY: 'A field name and its colon have to stand on one line.',
  MISSING_CHAR: 'Something is not closed here: a quotation mark, a bracket or a comma is missing.',
  BLOCK_AS_IMPLICIT_KEY:
    'A colon followed by a space begins a new field. Put the whole text in quotation marks.',
  MULTIPLE_DOCS: 'The file has a line “---” in its middle. A file holds one document.',
}

const sentence = (error: YAMLError) =>
  SLIPS[error.code] ?? `The file cannot be read as YAML: ${error.message.replace(/\.?$/, '.')}`

const hasId = (node: unknown, id: string) => isMap(node) && node.get('id') === id

const REFERENCE =
  'A text that begins with * or & stands in quotation marks; YAML would read a reference.'

/** Where the file refers to parts of itself: mostly a slip, and at worst endless. */
function referencesIn(document: Document): number[] {
  const offsets: number[] = []
  visit(document, {
    Alias: (_key, { range }) => void offsets.push(range?.[0] ?? 0),
    Value: (_key, { anchor, range }) => void (anchor && offsets.push(range?.[0] ?? 0)),
  })
  return offsets
}

/** One step down, to an entry by its id or its number from 1, or to a field; and where it begins. */
function step(node: unknown, name: PropertyKey): { node: unknown; at: number | undefined } | null {
  if (isSeq(node)) {
    const item =
      typeof name === 'number'
        ? node.items[name]
        : (node.items.find((each) => hasId(each, String(name))) ?? node.items[Number(name) - 1])
    return item ? { node: item, at: (item as Node).range?.[0] } : null
  }
  if (!isMap(node)) return null
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(name))
  return pair ? { node: pair.value, at: (pair.key as Node).range?.[0] } : null
}

/**
 * A YAML file, parsed and held against its schema. Never throws: whatever the text, it comes back
 * as data or as problems with their lines.
 *
 * @param firstLine the line of the file on which `text` begins
 */
export function readYaml<Schema extends z.ZodType>(
  file: string,
  text: string,
  schema: Schema,
  firstLine = 1,
): YamlFile<z.infer<Schema>> {
  const counter = new LineCounter()
  const document = parseDocument(text, { lineCounter: counter, prettyErrors: false })
  const lineAt = (offset: number) => Math.max(1, counter.linePos(offset).line) + firstLine - 1
  const findSteps = (steps: readonly PropertyKey[]) => {
    let node: unknown = document.contents
    let line = firstLine
    for (const name of steps) {
      const found = step(node, name)
      if (!found) break
      node = found.node
      if (found.at !== undefined) line = lineAt(found.at)
    }
    return line
  }
  const findLine: FindLine = (path) => findSteps(path === '' ? [] : path.split('.'))
  const broken = (problems: Problem[]) => ({ data: null, problems, findLine })

  const errors = [...document.errors, ...document.warnings]
  if (errors.length > 0)
    return broken(errors.map((error) => problem(file, '', sentence(error), lineAt(error.pos[0]))))
  const references = referencesIn(document)
  if (references.length > 0)
    return broken(references.map((at) => problem(file, '', REFERENCE, lineAt(at))))
  const data: unknown = document.toJS()
  if (data === null || data === undefined)
    return broken([problem(file, '', 'The file is empty.', firstLine)])

  const problems = problemsOf(file, schema, data, findSteps)
  if (problems.length > 0) return broken(problems)
  return { data: schema.parse(data) as z.infer<Schema>, problems, findLine }
}
