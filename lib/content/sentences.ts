import { type Inline, plainText, type Sentence, sentenceText } from '@/lib/domain/lesson'
import { mix } from '@/lib/domain/mix'
import { boundaries } from './boundaries'

type Wrapper = Extract<Inline, { content: Inline[] }>
type Plain = Exclude<Inline, Wrapper>
interface Leaf {
  inline: Plain
  within: Wrapper[]
}

const leavesOf = (content: readonly Inline[], within: Wrapper[] = []): Leaf[] =>
  content.flatMap((inline) =>
    'content' in inline
      ? leavesOf(inline.content, [...within, inline])
      : [{ inline, within: [...within] }],
  )

/** Emphasis, links and the like again, round the leaves that stood in them. */
function nest(leaves: readonly Leaf[], depth = 0): Inline[] {
  const content: Inline[] = []
  let from = 0
  while (from < leaves.length) {
    const first = leaves[from]
    if (!first) break
    const wrapper = first.within[depth]
    let to = from + 1
    if (!wrapper) content.push(first.inline)
    else {
      while (leaves[to]?.within[depth] === wrapper) to++
      content.push({ ...wrapper, content: nest(leaves.slice(from, to), depth + 1) })
    }
    from = to
  }
  return content
}

/** A leaf cut at those of `ends` that fall inside it; a term is one thing and never cut. */
function pieces(leaf: Leaf, start: number, ends: readonly number[]): Leaf[] {
  const { inline } = leaf
  if (inline.type !== 'text') return [leaf]
  const cuts = ends.filter((end) => end > start && end < start + inline.text.length)
  return [start, ...cuts].map((from, at) => ({
    ...leaf,
    inline: {
      type: 'text',
      text: inline.text.slice(from - start, (cuts[at] ?? Infinity) - start),
    },
  }))
}

/**
 * A paragraph's content cut into its sentences. Nothing is lost or added: their texts, one after the
 * other, are the paragraph's. A citation belongs to the sentence that ends before it.
 */
export function splitSentences(content: readonly Inline[]): Inline[][] {
  const text = plainText(content)
  const starts = boundaries(text)
  const sentences: Leaf[][] = [[]]
  let offset = 0
  for (const leaf of leavesOf(content)) {
    for (const piece of pieces(leaf, offset, starts)) {
      const width = plainText([piece.inline]).length
      const number = starts.filter(
        (start) => start <= offset && (width > 0 || start < offset),
      ).length
      while (sentences.length <= number) sentences.push([])
      sentences[number]?.push(piece)
      offset += width
    }
  }
  return sentences.filter((leaves) => leaves.length > 0).map((leaves) => nest(leaves))
}

/** Gives sentences their anchors; one maker serves one lesson, in which no anchor comes twice. */
export function sentenceMaker(): (content: Inline[]) => Sentence {
  const used = new Map<string, number>()
  return (content) => {
    const text = sentenceText({ id: '', content })
    const hash = `s-${mix(text).toString(16).padStart(16, '0').slice(0, 8)}`
    const times = (used.get(hash) ?? 0) + 1
    used.set(hash, times)
    return { id: times === 1 ? hash : `${hash}-${times}`, content }
  }
}
