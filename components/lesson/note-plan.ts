import type { Fact, Term } from '@/lib/domain/course'
import { type Block, type Figure, type Inline, type Lesson, runsOf } from '@/lib/domain/lesson'

/** A fact or term that a block cites, as a note beside that block. */
export type SideNote = {
  /** The note's own anchor. */
  anchor: string
  /** The anchor of the citation that the note goes back to. */
  back: string
  /** The lesson has shown this note before: it stays hidden until it is asked for. */
  isAgain: boolean
} & ({ kind: 'fact'; fact: Fact } | { kind: 'term'; term: Term })

export interface Citation {
  href: string
  /** Only the first citation of a note in its block has an anchor of its own. */
  id: string | undefined
}

export interface NotePlan {
  /** Where a citation in the text leads, or undefined where nothing is known by its id. */
  citationOf: (inline: Inline) => Citation | undefined
  figureCitationOf: (figure: Figure, factId: string) => Citation | undefined
  notesOf: (block: Block) => readonly SideNote[]
}

function visit(content: readonly Inline[], see: (inline: Inline) => void): void {
  for (const inline of content) {
    see(inline)
    if ('content' in inline) visit(inline.content, see)
  }
}

/**
 * Decides, before anything is drawn, which note stands beside which block: each fact and term that
 * a block cites has one there. Anchors follow from ids and counts, so they are the same each time.
 */
export function planNotes(lesson: Lesson): NotePlan {
  const citations = new Map<Inline | string, Citation>()
  const notes = new Map<Block, SideNote[]>()
  const seen = new Map<string, number>()
  const facts = new Map(lesson.facts.map((fact) => [fact.id, fact]))
  const terms = new Map(lesson.terms.map((term) => [term.id, term]))

  for (const block of lesson.sections.flatMap((section) => section.blocks)) {
    const here = new Map<string, SideNote>()
    const cite = (from: Inline | string, kind: 'fact' | 'term', id: string) => {
      const name = `${kind}-${id}`
      const known = here.get(name)
      if (known) {
        citations.set(from, { href: `#${known.anchor}`, id: undefined })
        return
      }
      const count = (seen.get(name) ?? 0) + 1
      const suffix = count === 1 ? name : `${name}-${count}`
      const place = { anchor: `note-${suffix}`, back: `cite-${suffix}`, isAgain: count > 1 }
      const fact = kind === 'fact' ? facts.get(id) : undefined
      const term = kind === 'term' ? terms.get(id) : undefined
      if (!fact && !term) return
      if (fact) here.set(name, { ...place, kind: 'fact', fact })
      if (term) here.set(name, { ...place, kind: 'term', term })
      seen.set(name, count)
      citations.set(from, { href: `#${place.anchor}`, id: place.back })
    }
    for (const sentence of runsOf(block).flat())
      visit(sentence.content, (inline) => {
        if (inline.type === 'fact' || inline.type === 'term') cite(inline, inline.type, inline.id)
      })
    if (block.type === 'figure')
      for (const id of block.figure.facts) cite(`${block.figure.id}/${id}`, 'fact', id)
    notes.set(block, [...here.values()])
  }
  return {
    citationOf: (inline) => citations.get(inline),
    figureCitationOf: (figure, factId) => citations.get(`${figure.id}/${factId}`),
    notesOf: (block) => notes.get(block) ?? [],
  }
}
