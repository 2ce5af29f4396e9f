import { cut } from '@/lib/domain/question/cloze'
import type { Kind } from '@/lib/domain/question/kind'
import { type PublishedQuestion, publish, type StoredResponse } from '@/lib/domain/question/publish'
import type { Authored, AuthoredQuestion } from '@/lib/domain/question/question'

/** Gives whole numbers from 0 to below its argument. */
export type Pick = (below: number) => number

type FaceOf<K extends Kind> = Extract<PublishedQuestion, { kind: K }>['face']
interface Answering<K extends Kind> {
  right(question: Authored<K>, face: FaceOf<K>): StoredResponse
  /** Not wholly right: where parts count, some of it mostly is. */
  wrong(question: Authored<K>, face: FaceOf<K>, pick: Pick): StoredResponse
}

interface Shown {
  id: string
  text: string
}
/** The code on the learner's screen of what the author knows by this id. */
const codeOf = (shown: readonly Shown[], authored: readonly Shown[], id: string | undefined) => {
  const text = authored.find((each) => each.id === id)?.text
  return shown.find((each) => each.text === text)?.id ?? ''
}
const oneOf = <Item>(items: readonly Item[], pick: Pick): Item | undefined =>
  items[pick(items.length)]
/** One of these, the earlier the likelier: most misconceptions have a favourite. */
const favourite = <Item>(items: readonly Item[], pick: Pick): Item | undefined =>
  items[Math.min(pick(items.length), pick(items.length))]

const pairs = ({ rows, choices, key }: Authored<'matching'>, face: FaceOf<'matching'>) =>
  rows.map(
    ({ id }) => [codeOf(face.rows, rows, id), codeOf(face.choices, choices, key[id])] as const,
  )

/** Each gap with its code on the screen and the code or text that stands in it. */
function fillGaps(
  { text, gaps }: Authored<'cloze'>,
  face: FaceOf<'cloze'>,
  idIn: (gap: Extract<Authored<'cloze'>['gaps'][number], { input: 'chosen' }>) => string,
  textIn: (gap: Extract<Authored<'cloze'>['gaps'][number], { input: 'typed' }>) => string,
): Record<string, string> {
  const places = cut(text)
  return Object.fromEntries(
    gaps.flatMap((gap) => {
      const piece = face.pieces[places.findIndex((each, at) => at % 2 === 1 && each === gap.id)]
      if (piece === undefined || typeof piece === 'string') return []
      const value =
        gap.input === 'typed' ? textIn(gap) : codeOf(piece.options ?? [], gap.options, idIn(gap))
      return [[piece.id, value]]
    }),
  )
}

const answering: { [K in Kind]: Answering<K> } = {
  'single-choice': {
    right: ({ options, key }, face) => codeOf(face.options, options, key),
    wrong({ options, key }, face, pick) {
      const others = options.filter(({ id }) => id !== key)
      return codeOf(face.options, options, favourite(others, pick)?.id)
    },
  },
  'true-false': {
    right: ({ key }) => String(key),
    wrong: ({ key }) => String(!key),
  },
  'multiple-response': {
    right: ({ options, key }, face) => key.map((id) => codeOf(face.options, options, id)),
    wrong({ options, key }, face, pick) {
      const distractors = options.filter(({ id }) => !key.includes(id))
      const way = key.length > 1 ? pick(3) : 1
      const kept = way === 1 ? key : key.filter((_id, at) => at !== key.length - 1 - pick(2))
      const added = way === 0 ? [] : [favourite(distractors, pick)?.id ?? '']
      return [...kept, ...added].map((id) => codeOf(face.options, options, id))
    },
  },
  numeric: {
    right: ({ key }) => key,
    wrong: ({ key, wrong }, _face, pick) =>
      favourite(wrong, pick)?.value ?? String(Number(key) * 2 + 1),
  },
  'short-text': {
    right: ({ key }) => key,
    wrong: ({ wrong }, _face, pick) => favourite(wrong, pick)?.answers[0] ?? 'not sure',
  },
  matching: {
    right: (question, face) => Object.fromEntries(pairs(question, face)),
    wrong(question, face, pick) {
      const all = pairs(question, face)
      const at = pick(all.length)
      const other = all.findIndex(([, choice], place) => place !== at && choice !== all[at]?.[1])
      return Object.fromEntries(
        all.map(([row, choice], place) => [
          row,
          (place === at ? all[other]?.[1] : place === other ? all[at]?.[1] : null) ?? choice,
        ]),
      )
    },
  },
  ordering: {
    right: ({ items, key }, face) => key.map((id) => codeOf(face.items, items, id)),
    wrong({ items, key }, face, pick) {
      const at = pick(key.length - 1)
      const swapped = key.map((id, place) =>
        place === at ? key[at + 1] : place === at + 1 ? key[at] : id,
      )
      return swapped.map((id) => codeOf(face.items, items, id))
    },
  },
  cloze: {
    right: (question, face) =>
      fillGaps(
        question,
        face,
        ({ key }) => key,
        ({ key }) => key,
      ),
    wrong(question, face, pick) {
      const slip = oneOf(question.gaps, pick)?.id
      return fillGaps(
        question,
        face,
        ({ id, key, options }) =>
          (id === slip
            ? favourite(
                options.filter((each) => each.id !== key),
                pick,
              )?.id
            : key) ?? key,
        ({ id, key, wrong }) =>
          id === slip ? (favourite(wrong, pick)?.answers[0] ?? 'not sure') : key,
      )
    },
  },
}

/** The one place where the compiler is told that a question and its kind belong together. */
const answeringOf = (kind: Kind) => answering[kind] as unknown as Answering<'true-false'>

/** A right or a not wholly right answer, in the codes that a learner with this seed is shown. */
export function answerTo(
  question: AuthoredQuestion,
  seed: string,
  isRight: boolean,
  pick: Pick,
): StoredResponse {
  const { face } = publish(question, seed) as Extract<PublishedQuestion, { kind: 'true-false' }>
  const kind = answeringOf(question.kind)
  const authored = question as Authored<'true-false'>
  return isRight ? kind.right(authored, face) : kind.wrong(authored, face, pick)
}
