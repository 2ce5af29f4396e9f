import type { BlockContent, DefinitionContent, Heading, List, Paragraph, RootContent } from 'mdast'
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import { toString as textOf } from 'mdast-util-to-string'
import type { Block, Inline, NoteKind, Sentence } from '@/lib/domain/lesson'
import { type Directive, type DirectiveName, directiveProblems } from './directives'
import { inlines } from './inlines'
import { didYouMean } from './nearest'
import type { Reader } from './reader'
import { splitSentences } from './sentences'
import { slugOf } from './slug'

type Child = BlockContent | DefinitionContent

const REFUSED: Record<string, string> = {
  html: 'HTML is not used in lessons. Write plain Markdown.',
  code: 'A code block is not used in lessons. Begin the line without spaces.',
  blockquote:
    'A quotation of the article is written :::article{id=S02} … :::, not with >. Only a :::check ends with > and its answer.',
  thematicBreak: 'A line across the page is not used. Begin a new section with ##.',
  definition: 'Write the address right behind the link: [words](https://…).',
  table: 'Tables are not used in lessons. Put a figure or a list.',
}

const NOTE_KINDS: readonly NoteKind[] = ['update', 'correction', 'context']
const isNoteKind = (word: string): word is NoteKind => NOTE_KINDS.some((kind) => kind === word)

function sentencesOf(node: Paragraph, reader: Reader): Sentence[] {
  const content: Inline[] = inlines(node.children, reader)
  if (/^\s*\|.*\|/m.test(textOf(node))) reader.report(node, REFUSED.table ?? '')
  if (content.find(({ type, ...rest }) => type !== 'text' || !isBlank(rest))?.type === 'fact')
    reader.report(node, 'A citation stands after the sentence it supports, not before it.')
  const sentences = splitSentences(content).map(reader.sentence)
  for (const { id } of sentences) reader.mark(node, id)
  return sentences
}
const isBlank = (rest: object) => 'text' in rest && String(rest.text).trim() === ''

/** The paragraphs inside `name`; anything else among its children is reported and left out. */
const paragraphsIn = (name: string, children: readonly Child[], reader: Reader): Sentence[][] =>
  children.flatMap((child) => {
    if (child.type === 'paragraph') return [sentencesOf(child, reader)]
    reader.report(child, REFUSED[child.type] ?? `“${name}” holds paragraphs and nothing else.`)
    return []
  })

const childrenOf = (node: ContainerDirective, reader: Reader): Child[] => {
  const children = node.children.filter(({ data }) => !(data && 'directiveLabel' in data))
  if (children.length === 0) reader.report(node, `“${node.name}” is empty.`)
  return children
}
const paragraphsOf = (node: ContainerDirective, reader: Reader): Sentence[][] =>
  paragraphsIn(node.name, childrenOf(node, reader), reader)

function article(node: ContainerDirective, reader: Reader): Block[] {
  const sentence = node.attributes?.id ?? ''
  if (!/^S\d{2}$/.test(sentence))
    reader.report(node, 'Say which sentence of the article this is: :::article{id=S02}.')
  const paragraphs = paragraphsOf(node, reader)
  if (paragraphs.length > 1)
    reader.report(node, 'A quotation of the article is one paragraph. Make two of it.')
  if (/^\s*["“]|["”]\s*$/.test(textOf(node)))
    reader.report(node, 'Leave the quotation marks out: the page adds them.')
  const quote = paragraphs.flat()
  if (quote.some(({ content }) => content.some(({ type }) => type === 'fact')))
    reader.report(node, 'What the article says and what is known stand apart: no :fact[…] in here.')
  reader.mark(node, `article.${sentence}`)
  return quote.length > 0 ? [{ type: 'article', sentence, quote }] : []
}

function note(node: ContainerDirective, reader: Reader): Block[] {
  const kind = node.attributes?.kind ?? ''
  const paragraphs = paragraphsOf(node, reader)
  if (isNoteKind(kind)) return [{ type: 'note', kind, paragraphs }]
  const hint = didYouMean(kind, NOTE_KINDS)
  reader.report(node, `The kind of a note is one of ${NOTE_KINDS.join(', ')}.${hint}`)
  return [{ type: 'note', kind: 'context', paragraphs }]
}

/** The question, and behind a > the answer that its reader may compare. */
function check(node: ContainerDirective, reader: Reader): Block[] {
  const children = childrenOf(node, reader)
  const last = children.at(-1)
  const answer = last?.type === 'blockquote' ? last.children : []
  const question = answer.length > 0 ? children.slice(0, -1) : children
  return [
    {
      type: 'check',
      paragraphs: paragraphsIn(node.name, question, reader),
      answer: paragraphsIn(node.name, answer, reader),
    },
  ]
}

function figure(node: Directive, reader: Reader): Block[] {
  const id = node.attributes?.id ?? ''
  if (id === '') reader.report(node, 'Say which figure: ::figure{id=how-often-they-met}.')
  else reader.mark(node, `figure.${id}`)
  const found = reader.figure(id)
  return found ? [{ type: 'figure', figure: found }] : []
}

const containers: Partial<
  Record<DirectiveName, (node: ContainerDirective, reader: Reader) => Block[]>
> = {
  article,
  note,
  check,
}

function directive(node: ContainerDirective | LeafDirective, reader: Reader): Block[] {
  for (const message of directiveProblems(node, reader.source)) reader.report(node, message)
  if (node.name === 'figure') return figure(node, reader)
  if (node.type === 'leafDirective') return []
  const read = containers[node.name as DirectiveName]
  return read
    ? read(node, reader)
    : paragraphsOf(node, reader).map((sentences) => ({ type: 'paragraph', sentences }))
}

function list(node: List, reader: Reader): Block[] {
  const items = node.children.map((item) => {
    const [first, ...more] = item.children
    if (first?.type !== 'paragraph' || more.length > 0)
      reader.report(item, 'An entry of a list is one paragraph, without a list inside.')
    return first?.type === 'paragraph' ? sentencesOf(first, reader) : []
  })
  return [{ type: 'list', ordered: node.ordered === true, items }]
}

/** A heading's words and the anchor that follows from them. */
export function headingOf(node: Heading, reader: Reader): { id: string; text: string } {
  if (node.children.some(({ type }) => type !== 'text'))
    reader.report(node, 'A heading is plain text: no emphasis, link, citation or term inside.')
  const text = textOf(node).trim()
  const id = slugOf(text)
  if (id === '') reader.report(node, 'This heading has no words.')
  return { id, text }
}

/** The block that a piece of Markdown stands for; what lessons do not use is reported. */
export function blocksOf(node: RootContent, reader: Reader): Block[] {
  switch (node.type) {
    case 'paragraph':
      return [{ type: 'paragraph', sentences: sentencesOf(node, reader) }]
    case 'heading':
      if (node.depth !== 3)
        reader.report(node, 'Lessons have sections (##) and headings inside them (###), no others.')
      return [{ type: 'heading', ...headingOf(node, reader) }]
    case 'list':
      return list(node, reader)
    case 'containerDirective':
    case 'leafDirective':
      return directive(node, reader)
    default:
      reader.report(node, REFUSED[node.type] ?? `“${node.type}” is not used in lessons.`)
      return []
  }
}
