import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { sentenceMaker, splitSentences } from '@/lib/content/sentences'
import { type Inline, plainText } from '@/lib/domain/lesson'

const text = (words: string): Inline => ({ type: 'text', text: words })
const split = (words: string) =>
  splitSentences([text(words)]).map((sentence) => plainText(sentence).trim())

describe('sentences', () => {
  it.each<[string, string[]]>([
    ['They met. They signed.', ['They met.', 'They signed.']],
    ['Did they? They did! So it goes.', ['Did they?', 'They did!', 'So it goes.']],
    ['It weighs 1,935.3 g. It landed.', ['It weighs 1,935.3 g.', 'It landed.']],
    ['See No. 5 and p. 7. Then stop.', ['See No. 5 and p. 7.', 'Then stop.']],
    ['Was it so? No. They met.', ['Was it so?', 'No.', 'They met.']],
    ['Dr. Li and Prof. J. Wang met.', ['Dr. Li and Prof. J. Wang met.']],
    ['Some, e.g. ESA, i.e. Europe, met.', ['Some, e.g. ESA, i.e. Europe, met.']],
    ['They met in the U.S. The talks went on.', ['They met in the U.S.', 'The talks went on.']],
    ['The U.S. Congress met.', ['The U.S. Congress met.']],
    ['They met at 3 p.m. and left.', ['They met at 3 p.m. and left.']],
    ['It flew in 2024. 53 days later it landed.', ['It flew in 2024.', '53 days later it landed.']],
    ['It flew in 2019. eROSITA looked.', ['It flew in 2019.', 'eROSITA looked.']],
    ['He asked “Who is it?” and left.', ['He asked “Who is it?” and left.']],
    ['“We agree.” He left.', ['“We agree.”', 'He left.']],
    ['“We agree. We sign.” He left.', ['“We agree. We sign.”', 'He left.']],
    ['He said "We agree. We sign." He left.', ['He said "We agree. We sign."', 'He left.']],
    ['They met (in Paris. In winter) twice.', ['They met (in Paris. In winter) twice.']],
    ['They met. (In Paris.) They left.', ['They met.', '(In Paris.)', 'They left.']],
    ['So … they met... and left.', ['So … they met... and left.']],
    ['One item: it is here', ['One item: it is here']],
  ])('%s', (words, sentences) => {
    expect(split(words)).toEqual(sentences)
  })

  it('keep emphasis and links on both sides of a boundary', () => {
    const content: Inline[] = [
      text('They '),
      { type: 'strong', content: [{ type: 'emphasis', content: [text('met. They')] }] },
      text(' left.'),
    ]
    const strong = (words: string): Inline => ({
      type: 'strong',
      content: [{ type: 'emphasis', content: [text(words)] }],
    })
    expect(splitSentences(content)).toEqual([
      [text('They '), strong('met. ')],
      [strong('They'), text(' left.')],
    ])
  })
  it('keep a citation before the sentence that follows it without a space', () => {
    const fact: Inline = { type: 'fact', id: 'A1' }
    expect(splitSentences([text('They met. '), fact, text('They left.')])).toEqual([
      [text('They met. '), fact],
      [text('They left.')],
    ])
  })
  it('never cut a term', () => {
    const term: Inline = { type: 'term', id: 'x', text: 'A. The B' }
    expect(splitSentences([text('It is '), term, text(' here.')]).flat()).toContainEqual(term)
  })

  const plain = fc.oneof(
    fc.string(),
    fc.string({ unit: 'binary' }),
    fc
      .array(
        fc.constantFrom('A. ', 'met. ', '5. ', '? ', '“', '”', '(', ')', 'Dr. ', ' ', 'x', '"'),
      )
      .map((words) => words.join('')),
  )
  const inline: fc.Arbitrary<Inline> = fc.letrec<{ inline: Inline }>((tie) => ({
    inline: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      plain.map(text),
      fc.constant<Inline>({ type: 'fact', id: 'A1' }),
      plain.map<Inline>((words) => ({ type: 'term', id: 'x', text: words })),
      fc.array(tie('inline'), { maxLength: 4 }).map<Inline>((content) => ({
        type: 'emphasis',
        content,
      })),
    ),
  })).inline

  it('put together again are the paragraph, whatever stands in it', () => {
    fc.assert(
      fc.property(fc.array(inline, { maxLength: 8 }), (content) => {
        expect(splitSentences(content).map(plainText).join('')).toBe(plainText(content))
      }),
      { numRuns: 1000 },
    )
  })
  it('lose no citation', () => {
    const facts = (content: readonly Inline[]): number =>
      content.reduce(
        (n, each) => n + (each.type === 'fact' ? 1 : 'content' in each ? facts(each.content) : 0),
        0,
      )
    fc.assert(
      fc.property(fc.array(inline, { maxLength: 8 }), (content) => {
        expect(facts(splitSentences(content).flat())).toBe(facts(content))
      }),
      { numRuns: 500 },
    )
  })
})

describe('the anchor of a sentence', () => {
  it('follows from its words alone', () => {
    const [first, second] = [sentenceMaker(), sentenceMaker()]
    first([text('Something else.')])
    const plainOne = first([text('They met in Paris.')])
    const emphatic = second([
      text('They  met in '),
      { type: 'emphasis', content: [text('Paris.')] },
    ])
    expect(plainOne.id).toMatch(/^s-[0-9a-f]{8}$/)
    expect(emphatic.id).toBe(plainOne.id)
    expect(second([text('They met in Rome.')]).id).not.toBe(plainOne.id)
  })
  it('does not change when a citation is added', () => {
    const bare = sentenceMaker()([text('They met. ')])
    expect(sentenceMaker()([text('They met. '), { type: 'fact', id: 'A1' }]).id).toBe(bare.id)
  })
  it('stands once in a lesson even where the words stand twice', () => {
    const make = sentenceMaker()
    const ids = [1, 2, 3].map(() => make([text('Yes.')]).id)
    expect(ids).toEqual([ids[0], `${ids[0]}-2`, `${ids[0]}-3`])
  })
  it('is pinned, because links to it are kept', () => {
    expect(sentenceMaker()([text('The heads met in Paris.')]).id).toBe('s-3aa39908')
  })
})
