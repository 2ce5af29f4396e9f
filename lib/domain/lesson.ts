import type { Fact, LessonHead, Term } from './course'

/** A lesson as it is read: sections of blocks, every sentence with an id of its own. */
export type Inline =
  | { type: 'text'; text: string }
  | { type: 'emphasis' | 'strong'; content: Inline[] }
  | { type: 'link'; href: string; content: Inline[] }
  | { type: 'term'; id: string; text: string }
  | { type: 'fact'; id: string }

export interface Sentence {
  /** The anchor of this sentence; it follows from its words, so it stays while they stay. */
  id: string
  content: Inline[]
}

export type NoteKind = 'update' | 'correction' | 'context'

export const INTERACTIONS = ['smile-orbit', 'radio-link', 'lobster-eye', 'steps'] as const
export type Interaction = (typeof INTERACTIONS)[number]

/** A place of a drawing, in its own units, with what is told of it. */
export interface FigureStep {
  wide: [number, number]
  narrow: [number, number]
  text: string
}

export interface Figure {
  id: string
  title: string
  caption: string
  /** The figure in words, for those who cannot see it. */
  description: string
  scale: string
  facts: string[]
  key: { mark: string; text: string }[]
  /** How the figure answers its reader, or null where it only stands there. */
  interaction: Interaction | null
  /** For the interaction by steps: the places in their order. */
  steps: FigureStep[]
  /** Inline SVG in the tokens' colours; `narrow` is drawn for screens under 640 px. */
  wide: string
  narrow: string | null
}

export type Block =
  | { type: 'paragraph'; sentences: Sentence[] }
  | { type: 'heading'; id: string; text: string }
  | { type: 'list'; ordered: boolean; items: Sentence[][] }
  | { type: 'article'; sentence: string; quote: Sentence[] }
  | { type: 'note'; kind: NoteKind; paragraphs: Sentence[][] }
  /** A question to think about, with an answer to compare one's own with; empty: there is none. */
  | { type: 'check'; paragraphs: Sentence[][]; answer: Sentence[][] }
  | { type: 'figure'; figure: Figure }

export interface Section {
  id: string
  title: string
  blocks: Block[]
}

export interface Lesson {
  slug: string
  head: LessonHead
  sections: Section[]
  words: number
  /** At 200 words a minute, rounded up. */
  minutes: number
  /** Facts and terms that the lesson cites, in the order of their first mention. */
  facts: Fact[]
  terms: Term[]
}

export const plainText = (content: readonly Inline[]): string =>
  content
    .map((inline) => {
      if (inline.type === 'fact') return ''
      return 'content' in inline ? plainText(inline.content) : inline.text
    })
    .join('')

export const sentenceText = (sentence: Sentence): string =>
  plainText(sentence.content).replace(/\s+/g, ' ').trim()

/** Runs of sentences that are read together, in which a quotation's neighbours are looked for. */
const runs: { [B in Block['type']]: (block: Extract<Block, { type: B }>) => Sentence[][] } = {
  paragraph: (block) => [block.sentences],
  heading: () => [],
  list: (block) => block.items,
  article: (block) => [block.quote],
  note: (block) => block.paragraphs,
  check: (block) => [...block.paragraphs, ...block.answer],
  figure: () => [],
}
export const runsOf = (block: Block): Sentence[][] =>
  (runs[block.type] as (block: Block) => Sentence[][])(block)

/** The runs of a block that can be read without opening anything: an answer to compare is folded. */
export const openRunsOf = (block: Block): Sentence[][] =>
  block.type === 'check' ? block.paragraphs : runsOf(block)

export const sentencesOf = (lesson: Lesson): Sentence[] =>
  lesson.sections.flatMap(({ blocks }) => blocks.flatMap((block) => runsOf(block).flat()))

/** Every inline of these, those inside emphasis and links included. */
export const inlinesOf = (content: readonly Inline[]): Inline[] =>
  content.flatMap((inline) => [inline, ...('content' in inline ? inlinesOf(inline.content) : [])])

/** Where an answer stands, with its neighbours: enough to show it when the lesson has changed. */
export interface Passage {
  lesson: string
  lessonTitle: string
  /** The article's sentence (S01, …) whose words these are, or null where they are the lesson's. */
  articleSentence: string | null
  section: string
  sentenceId: string
  before: string
  sentence: string
  after: string
  quote: string
}

/** Apostrophes and spaces may be typed either way; every other character has to agree. */
const comparable = (text: string) =>
  text
    .replace(/[\u2018\u2019]/g, "'")
    .replace(/\s+/g, ' ')
    .trim()

/** The first sentence of the lesson that holds `quote` whole, or null where none does. */
export function findPassage(lesson: Lesson, quote: string): Passage | null {
  const wanted = comparable(quote)
  for (const section of lesson.sections) {
    const all = section.blocks.flatMap((block) => openRunsOf(block).map((run) => ({ block, run })))
    for (const { block, run } of all) {
      const texts = run.map(sentenceText)
      const at = texts.findIndex((text) => comparable(text).includes(wanted))
      const sentence = run[at]
      if (!sentence) continue
      return {
        lesson: lesson.slug,
        lessonTitle: lesson.head.title,
        articleSentence: 'sentence' in block ? block.sentence : null,
        section: section.title,
        sentenceId: sentence.id,
        before: texts[at - 1] ?? '',
        sentence: texts[at] ?? '',
        after: texts[at + 1] ?? '',
        quote,
      }
    }
  }
  return null
}
