import type { ContainerDirective, LeafDirective, TextDirective } from 'mdast-util-directive'
import { didYouMean } from './nearest'

export type Directive = TextDirective | ContainerDirective | LeafDirective

interface Form {
  type: Directive['type']
  attributes: string[]
  example: string
}

const forms = {
  fact: { type: 'textDirective', attributes: [], example: ':fact[A4]' },
  term: { type: 'textDirective', attributes: ['id'], example: ':term[memorandum]' },
  article: {
    type: 'containerDirective',
    attributes: ['id'],
    example:
      ':::article{id=S02} on a line of its own, then the words, then ::: on a line of its own',
  },
  note: {
    type: 'containerDirective',
    attributes: ['kind'],
    example:
      ':::note{kind=context} on a line of its own, then the text, then ::: on a line of its own',
  },
  check: {
    type: 'containerDirective',
    attributes: [],
    example:
      ':::check on a line of its own, then the question, then > and the answer, then ::: on a line of its own',
  },
  figure: { type: 'leafDirective', attributes: ['id'], example: '::figure{id=how-often-they-met}' },
} satisfies Record<string, Form>
export type DirectiveName = keyof typeof forms

const NAMES = Object.keys(forms)
const formOf = (name: string): Form | null =>
  Object.hasOwn(forms, name) ? forms[name as DirectiveName] : null

/** Everything that is wrong with how a directive is written; its content is judged elsewhere. */
export function directiveProblems(node: Directive, source: string): string[] {
  const form = formOf(node.name)
  if (!form) {
    const hint =
      didYouMean(node.name, NAMES) ||
      ` Known: ${NAMES.join(', ')}. If no directive was meant, put a space after the colon or \\ before it.`
    return [`The directive “${node.name}” is not known.${hint}`]
  }
  if (node.type !== form.type)
    return [`“${node.name}” is not written like this. Write ${form.example}.`]
  const found: string[] = []
  for (const name of Object.keys(node.attributes ?? {})) {
    if (form.attributes.includes(name)) continue
    const known = form.attributes.join(', ') || 'none'
    const hint = didYouMean(name, form.attributes) || ` Known: ${known}.`
    found.push(`“${node.name}” has no attribute “${name}”.${hint}`)
  }
  if (node.type !== 'containerDirective') return found
  if (node.children.some((child) => child.data && 'directiveLabel' in child.data))
    found.push(`“${node.name}” has no words in square brackets. Write ${form.example}.`)
  const end = node.position?.end.offset ?? source.length
  const last = source.slice(0, end).split('\n').at(-1) ?? ''
  if (!/^\s*:{3,}\s*$/.test(last) || node.position?.end.line === node.position?.start.line)
    found.push(`“${node.name}” is not closed. Write ${form.example}.`)
  return found
}

const BROKEN = new RegExp(`:{1,3}(?:${NAMES.join('|')})[[{]|^:{2,}|\\s:{3,}$`)

/** What looks like a directive in plain text was meant as one and is not well-formed. */
export const brokenDirective = (text: string): string | null =>
  text
    .split('\n')
    .map((line) => BROKEN.exec(line)?.[0])
    .find((found) => found !== undefined) ?? null
