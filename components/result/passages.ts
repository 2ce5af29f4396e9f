import type { Passage } from '@/lib/domain/lesson'

/** Sentences that follow one another, some of them marked as the place of an answer. */
export interface Stretch {
  /** The first marked sentence, to which the link leads. */
  sentenceId: string
  sentences: { text: string; isMarked: boolean }[]
}

/** The passages of one question from one section and in one voice. */
export interface PassageGroup {
  key: string
  lesson: string
  lessonTitle: string
  section: string
  articleSentence: string | null
  stretches: Stretch[]
}

/** Adds a passage to the stretch before it where the two touch, so that no sentence stands twice. */
function joined(last: Stretch | undefined, { before, sentence, after }: Passage): boolean {
  const end = last?.sentences.at(-1)
  if (!last || !end || end.isMarked) return false
  const isNext = end.text === sentence && last.sentences.at(-2)?.text === before
  if (!isNext && end.text !== before) return false
  if (isNext) last.sentences.pop()
  last.sentences.push({ text: sentence, isMarked: true })
  if (after) last.sentences.push({ text: after, isMarked: false })
  return true
}

/**
 * Gathers the passages of one question by section and voice, in their order; what is contiguous in
 * the lesson becomes one stretch, and a passage that comes twice stands once.
 */
export function gatherPassages(passages: readonly Passage[]): PassageGroup[] {
  const groups = new Map<string, PassageGroup>()
  const seen = new Set<string>()
  for (const passage of passages) {
    const { lesson, lessonTitle, section, articleSentence, sentenceId } = passage
    if (seen.has(`${lesson}#${sentenceId}`)) continue
    seen.add(`${lesson}#${sentenceId}`)
    const key = JSON.stringify([lesson, section, articleSentence])
    const group = groups.get(key) ?? {
      key,
      lesson,
      lessonTitle,
      section,
      articleSentence,
      stretches: [],
    }
    groups.set(key, group)
    if (joined(group.stretches.at(-1), passage)) continue
    const sentences = [
      { text: passage.before, isMarked: false },
      { text: passage.sentence, isMarked: true },
      { text: passage.after, isMarked: false },
    ]
    group.stretches.push({ sentenceId, sentences: sentences.filter(({ text }) => text !== '') })
  }
  return [...groups.values()]
}
