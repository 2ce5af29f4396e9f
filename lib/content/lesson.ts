import type { Heading, Node, Root } from 'mdast'
import remarkDirective from 'remark-directive'
import remarkParse from 'remark-parse'
import { unified } from 'unified'
import { type Fact, lessonSchema, type Term } from '@/lib/domain/course'
import type { Problem } from '@/lib/domain/course-content'
import type { Block, Figure, Inline, Lesson, Section } from '@/lib/domain/lesson'
import { runsOf, sentenceText } from '@/lib/domain/lesson'
import { blocksOf, headingOf } from './blocks'
import { cutFrontmatter } from './frontmatter'
import type { Reader } from './reader'
import { sentenceMaker } from './sentences'
import { problem } from './wording'
import { type FindLine, readYaml } from './yaml'

const parser = unified().use(remarkParse).use(remarkDirective)

const WORDS_A_MINUTE = 200
/** Blocks of running text; a question to think about and a heading are not counted as reading. */
const COUNTED: { [B in Block['type']]: boolean } = {
  paragraph: true,
  list: true,
  article: true,
  note: true,
  heading: false,
  check: false,
  figure: false,
}
const countWords = (text: string) =>
  text.split(/\s+/).filter((word) => /[\p{L}\p{N}]/u.test(word)).length

const isSectionHeading = (node: Node): node is Heading =>
  node.type === 'heading' && 'depth' in node && node.depth === 2

/** The blocks of a lesson in their sections; ids that come twice are reported. */
function sectionsOf(root: Root, reader: Reader): Section[] {
  const sections: Section[] = []
  const ids = new Set<string>()
  const claim = (node: Node, id: string) => {
    if (ids.has(id)) reader.report(node, 'This heading stands twice in the lesson. Word one anew.')
    ids.add(id)
  }
  let hasLead = false
  for (const node of root.children) {
    if (isSectionHeading(node)) {
      const { id, text } = headingOf(node, reader)
      claim(node, id)
      reader.mark(node, `section.${id}`)
      sections.push({ id, title: text, blocks: [] })
      continue
    }
    const blocks = blocksOf(node, reader)
    for (const block of blocks) if (block.type === 'heading') claim(node, block.id)
    const section = sections.at(-1)
    if (section) section.blocks.push(...blocks)
    else if (!hasLead) {
      hasLead = true
      reader.report(node, 'Text stands before the first section. Begin with ## and a title.')
    }
  }
  return sections
}

function visit(content: readonly Inline[], see: (inline: Inline) => void): void {
  for (const inline of content) {
    see(inline)
    if ('content' in inline) visit(inline.content, see)
  }
}

/** The ids of facts and terms in the order of their first mention. */
function mentions(sections: readonly Section[]): { facts: string[]; terms: string[] } {
  const facts = new Set<string>()
  const terms = new Set<string>()
  for (const block of sections.flatMap(({ blocks }) => blocks)) {
    if (block.type === 'figure') for (const id of block.figure.facts) facts.add(id)
    for (const { content } of runsOf(block).flat())
      visit(content, (inline) => {
        if (inline.type === 'fact') facts.add(inline.id)
        if (inline.type === 'term') terms.add(inline.id)
      })
  }
  return { facts: [...facts], terms: [...terms] }
}

export interface LessonSources {
  facts: readonly Fact[]
  terms: readonly Term[]
  figures: readonly Figure[]
}
export interface ReadLesson {
  slug: string
  /** Null where the frontmatter is not right; the text is checked all the same. */
  lesson: Lesson | null
  problems: Problem[]
  /** The ids of the figures that the lesson puts, known or not. */
  placed: string[]
  findLine: FindLine
}

const byId = <Item extends { id: string }>(items: readonly Item[], ids: readonly string[]) =>
  ids.flatMap((id) => items.find((item) => item.id === id) ?? [])

/** A lesson's Markdown as sections, blocks and sentences, with everything that is wrong with it. */
export function readLesson(
  file: string,
  slug: string,
  text: string,
  sources: LessonSources,
): ReadLesson {
  const problems: Problem[] = []
  const marks = new Map<string, number>()
  const cut = cutFrontmatter(text)
  if (!cut) {
    const message =
      'The lesson does not begin with its frontmatter: a line ---, its fields, a line ---.'
    problems.push(problem(file, '', message, 1))
  }
  const head = cut && readYaml(file, cut.head, lessonSchema, cut.headLine)
  problems.push(...(head?.problems ?? []))

  const source = cut?.body ?? text
  const reader: Reader = {
    source,
    report: (at, message) => problems.push(problem(file, '', message, at.position?.start.line)),
    mark: (at, path) => {
      const line = at.position?.start.line
      if (line !== undefined && !marks.has(path)) marks.set(path, line)
    },
    sentence: sentenceMaker(),
    figure: (id) => sources.figures.find((figure) => figure.id === id) ?? null,
  }
  const sections = sectionsOf(parser.parse(source), reader)
  const words = sections
    .flatMap(({ blocks }) => blocks)
    .filter(({ type }) => COUNTED[type])
    .flatMap((block) => runsOf(block).flat())
    .reduce((total, sentence) => total + countWords(sentenceText(sentence)), 0)
  for (const { id, blocks } of sections)
    if (blocks.length === 0)
      problems.push(problem(file, '', 'This section has no text.', marks.get(`section.${id}`)))
  if (words === 0) problems.push(problem(file, '', 'The lesson has no text.', undefined))

  const { facts, terms } = mentions(sections)
  return {
    slug,
    lesson: head?.data
      ? {
          slug,
          head: head.data,
          sections,
          words,
          minutes: Math.ceil(words / WORDS_A_MINUTE),
          facts: byId(sources.facts, facts),
          terms: byId(sources.terms, terms),
        }
      : null,
    problems,
    placed: [...marks.keys()].flatMap((path) =>
      path.startsWith('figure.') ? [path.slice(7)] : [],
    ),
    findLine: (path) => marks.get(path) ?? head?.findLine(path),
  }
}
