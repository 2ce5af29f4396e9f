import type { Node } from 'mdast'
import type { Figure, Inline, Sentence } from '@/lib/domain/lesson'

/** What the readers of a lesson's parts share: where they report, and what they look up. */
export interface Reader {
  /** The file, with its frontmatter blanked out so that lines agree. */
  source: string
  report(at: Node, message: string): void
  /** Remembers where something that rules speak of (`fact.A4`, `figure.map`) first stands. */
  mark(at: Node, path: string): void
  sentence(content: Inline[]): Sentence
  figure(id: string): Figure | null
}
