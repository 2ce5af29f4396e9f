import type { PhrasingContent, Text } from 'mdast'
import type { TextDirective } from 'mdast-util-directive'
import { toString as textOf } from 'mdast-util-to-string'
import type { Inline } from '@/lib/domain/lesson'
import { brokenDirective, type DirectiveName, directiveProblems } from './directives'
import type { Reader } from './reader'
import { slugOf } from './slug'

/** Markdown that lessons do not use, each with what to do instead. */
const REFUSED: Record<string, string> = {
  html: 'HTML is not used in lessons. Write plain Markdown.',
  image: 'Images are not used in lessons. Put a figure: ::figure{id=…}.',
  imageReference: 'Images are not used in lessons. Put a figure: ::figure{id=…}.',
  inlineCode: 'Text between backquotes is not used in lessons.',
  break: 'A line is not broken by hand. Begin a new paragraph, with an empty line between.',
  linkReference: 'Write the address right behind the link: [words](https://…).',
  footnoteReference: 'Footnotes are not used in lessons. Cite a fact: :fact[A4].',
}

function textInline(node: Text, reader: Reader): Inline[] {
  const broken = brokenDirective(node.value)
  if (broken) reader.report(node, `“${broken}” begins a directive that is not written rightly.`)
  return [{ type: 'text', text: node.value.replace(/\s*\n\s*/g, ' ') }]
}

function factInline(node: TextDirective, reader: Reader): Inline[] {
  const id = textOf(node).trim()
  if (!/^[A-Z]\d{1,3}$/.test(id)) {
    const given = id === '' ? 'no fact' : `“${id}”`
    reader.report(node, `This citation names ${given}. Write one fact id each: :fact[A4].`)
    return []
  }
  reader.mark(node, `fact.${id}`)
  return [{ type: 'fact', id }]
}

function termInline(node: TextDirective, reader: Reader): Inline[] {
  const text = textOf(node)
  if (node.children.some(({ type }) => type !== 'text'))
    reader.report(node, 'The words of a term are plain: no emphasis, no link inside.')
  const id = node.attributes?.id ?? slugOf(text)
  if (text.trim() === '' || id === '')
    reader.report(node, 'This term has no words. Write :term[memorandum].')
  else reader.mark(node, `term.${id}`)
  return [{ type: 'term', id, text }]
}

const directives: Partial<
  Record<DirectiveName, (node: TextDirective, reader: Reader) => Inline[]>
> = { fact: factInline, term: termInline }

/** "12:30" and "3:1" are read as directives named 30 and 1; they are just what they look like. */
const asWritten = ({ position, name }: TextDirective, { source }: Reader) =>
  position ? source.slice(position.start.offset, position.end.offset) : `:${name}`

function directiveInline(node: TextDirective, reader: Reader): Inline[] {
  if (/^\d/.test(node.name)) return [{ type: 'text', text: asWritten(node, reader) }]
  for (const message of directiveProblems(node, reader.source)) reader.report(node, message)
  const read = directives[node.name as DirectiveName]
  return read ? read(node, reader) : [{ type: 'text', text: textOf(node) }]
}

function inline(node: PhrasingContent, reader: Reader): Inline[] {
  switch (node.type) {
    case 'text':
      return textInline(node, reader)
    case 'emphasis':
    case 'strong':
      return [{ type: node.type, content: inlines(node.children, reader) }]
    case 'link':
      if (textOf(node).trim() === '') reader.report(node, 'This link has no words.')
      reader.mark(node, `link.${node.url}`)
      return [{ type: 'link', href: node.url, content: inlines(node.children, reader) }]
    case 'textDirective':
      return directiveInline(node, reader)
    default:
      reader.report(node, REFUSED[node.type] ?? `“${node.type}” is not used in lessons.`)
      return node.type === 'inlineCode' ? [{ type: 'text', text: node.value }] : []
  }
}

/** The running text of a paragraph; what lessons do not use is reported and left out. */
export const inlines = (nodes: readonly PhrasingContent[], reader: Reader): Inline[] =>
  nodes.flatMap((node) => inline(node, reader))
