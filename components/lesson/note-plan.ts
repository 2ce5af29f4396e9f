import type { Fact, Term } from '@/lib/domain/course'
import { type Block, type Figure, type Inline, type Lesson, runsOf } from '@/lib/domain/lesson'

/** A fact or term that a block cites, as a note beside that block. */
export type SideNote = {
  /** The note's own anchor. */
  anchor: string
  /** The anchors of its citations in the block, to which it goes back; at least one. */
  backs: string[]
  /** The lesson has shown this note before: it stays hidden until it is asked for. */
  isAgain: boolean
} & ({ kind: 'fact'; fact: Fact } | { kind: 'term'; term: Term })

export interface Citation {
  href: string
  /** The citation's own anchor: whoever followed it comes back to it and no other. */
  id: string
  /** Who published what a fact was first read in; a term has no such source. */
  publisher: string | undefined
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
      const fact = kind === 'fact' ? facts.get(id) : undefined
      const term = kind === 'term' ? terms.get(id) : undefined
      if (!fact && !term) return
      const publisher = fact?.sources[0]?.publisher
      const known = here.get(name)
      if (known) {
        const back = `${known.backs[0]}.${known.backs.length + 1}`
        known.backs.push(back)
        citations.set(from, { href: `#${known.anchor}`, id: back, publisher })
        return
      }
      const count = (seen.get(name) ?? 0) + 1
      const suffix = count === 1 ? name : `${name}-${count}`
      const back = `cite-${suffix}`
      const place = { anchor: `note-${suffix}`, backs: [back], isAgain: count > 1 }
      if (fact) here.set(name, { ...place, kind: 'fact', fact })
      if (term) here.set(name, { ...place, kind: 'term', term })
      seen.set(name, count)
      citations.set(from, { href: `#${place.anchor}`, id: back, publisher })
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
