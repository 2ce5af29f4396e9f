import { describe, expect, it } from 'vitest'
import { sentenceText } from '@/lib/domain/lesson'
import { edit, problemsAfter, readSample } from '@/tests/content/support'

const file = 'lessons/second.md'
const put = (text: string) => edit(file, 'It ends there.', text)
const lessonWith = (text: string) =>
  readSample([put(text)]).course?.lessons.find(({ slug }) => slug === 'second')
const blocksOf = (text: string) => lessonWith(text)?.sections.at(-1)?.blocks.slice(2) ?? []

describe('a lesson', () => {
  it('is sections of blocks in their order', () => {
    const { course } = readSample()
    const [first, second] = course?.lessons ?? []
    expect(first?.sections.map(({ id, title }) => [id, title])).toEqual([
      ['what-happened', 'What happened'],
      ['what-is-known', 'What is known'],
    ])
    expect(first?.sections.map(({ blocks }) => blocks.map(({ type }) => type))).toEqual([
      ['paragraph', 'article', 'figure'],
      ['paragraph', 'list', 'note', 'check'],
    ])
    expect(second?.sections[0]?.blocks[1]).toEqual({
      type: 'heading',
      id: 'a-heading-inside',
      text: 'A heading inside',
    })
  })
  it('knows its facts, those of figures included, and its terms by first mention', () => {
    const { course } = readSample([
      edit('lessons/second.md', 'in Bern.', 'in Bern. :fact[A2] :fact[A1]'),
    ])
    expect(course?.lessons.map(({ facts }) => facts.map(({ id }) => id))).toEqual([
      ['A1', 'A2'],
      ['A2', 'A1'],
    ])
    expect(course?.lessons[0]?.terms.map(({ id }) => id)).toEqual(['memorandum-of-understanding'])
  })
  it('counts the words of running text, not of headings and questions', () => {
    expect(lessonWith('One two three — four.')?.words).toBe(6 + 4)
    expect(lessonWith('### Five six\n\nseven')?.words).toBe(6 + 1)
    expect(lessonWith(':::check\nIs it?\n:::')?.words).toBe(6)
    expect(lessonWith('- one\n- two\n\n:::note{kind=update}\nthree\n:::')?.words).toBe(6 + 3)
  })
  it('takes a minute for each 200 words begun', () => {
    const words = (n: number) => Array.from({ length: n }, () => 'word').join(' ')
    expect(lessonWith(words(194))?.minutes).toBe(1)
    expect(lessonWith(words(195))?.minutes).toBe(2)
  })
  it('gives a citation to the sentence before it', () => {
    const [block] = blocksOf('One. :fact[A1] Two. :fact[A2] Three. :fact[A1] :fact[A2]')
    const cited = (block?.type === 'paragraph' ? block.sentences : []).map(({ content }) => [
      ...content.flatMap((inline) => (inline.type === 'fact' ? [inline.id] : [])),
      sentenceText({ id: '', content }),
    ])
    expect(cited).toEqual([
      ['A1', 'One.'],
      ['A2', 'Two.'],
      ['A1', 'A2', 'Three.'],
    ])
  })
  it('names terms by the slug of their words unless an id stands with them', () => {
    const [block] = blocksOf('A :term[Memorandum of Understanding] and :term[it]{id=x}.')
    const content = block?.type === 'paragraph' ? block.sentences[0]?.content : []
    expect(content?.filter(({ type }) => type === 'term')).toEqual([
      { type: 'term', id: 'memorandum-of-understanding', text: 'Memorandum of Understanding' },
      { type: 'term', id: 'x', text: 'it' },
    ])
  })
})

const refused: [string, string, string, RegExp][] = [
  ['an unknown directive', 'It :fat[A1] ends.', 'It :fat[A1] ends.', /“fat” is not known.*“fact”/],
  ['an unknown block directive', ':::nota\nHm.\n:::', ':::nota', /“nota” is not known.*“note”/],
  ['a colon that begins a word', 'It ends:there.', 'It ends:there.', /“there” is not known.*space/],
  ['raw HTML', 'It <b>ends</b>.', 'It <b>ends</b>.', /HTML is not used/],
  ['a block of HTML', '<div>\nx\n</div>', '<div>', /HTML is not used/],
  ['an HTML comment', '<!-- note to self -->', '<!-- note to self -->', /HTML is not used/],
  ['an image', '![a](b.png)', '![a](b.png)', /Images are not used/],
  ['a table', '| a | b |\n| - | - |', '| a | b |', /Tables are not used/],
  ['code', 'It `ends`.', 'It `ends`.', /backquotes/],
  ['a code block', '```\nx\n```', '```', /code block/],
  ['a quotation with >', '> words', '> words', /:::article/],
  ['a line across', 'a\n\n---\n\nb', '---', /line across/],
  ['a link by reference', '[a][b]\n\n[b]: https://a.example', '[a][b]', /right behind the link/],
  ['a heading of depth 1', '# Big', '# Big', /sections \(##\)/],
  ['a heading of depth 4', '#### Small', '#### Small', /sections \(##\)/],
  ['a directive in a heading', '### On :term[x]', '### On :term[x]', /plain text/],
  ['a heading that stands twice', '### More', '### More', /stands twice/],
  ['a section without text', '## Empty', '## Empty', /no text/],
  ['a list in a list', '- a\n  - b', '- a', /one paragraph/],
  ['a citation without a fact', 'It :fact ends.', 'It :fact ends.', /names no fact/],
  ['two facts in one citation', 'End. :fact[A1, A2]', 'End. :fact[A1, A2]', /one fact id each/],
  ['a citation before its sentence', ':fact[A1] It ends.', ':fact[A1] It ends.', /not before it/],
  ['a citation with an open bracket', 'End. :fact[A1', 'End. :fact[A1', /names no fact/],
  ['a term without words', 'A :term[] here.', 'A :term[] here.', /no words/],
  ['an unknown attribute', ':::note{knd=update}\nx\n:::', ':::note{knd=update}', /“knd”.*“kind”/],
  ['an unknown kind of note', ':::note{kind=updat}\nx\n:::', ':::note{kind=updat}', /“update”/],
  ['a note that is not closed', ':::note{kind=update}\nx', ':::note{kind=update}', /not closed/],
  [
    'a note that is not well-formed',
    ':::note{kind=update\nx\n:::',
    ':::note{kind=update',
    /begins/,
  ],
  ['a note with a title', ':::note[Hm]{kind=update}\nx\n:::', ':::note[Hm]{kind=update}', /square/],
  ['a note with a list', ':::note{kind=update}\n- x\n:::', '- x', /paragraphs and nothing/],
  ['an empty check', ':::check\n:::', ':::check', /“check” is empty/],
  ['a closing line alone', 'It ends.\n\n:::', ':::', /begins a directive/],
  ['a quotation without its sentence', ':::article\nx\n:::', ':::article', /which sentence/],
  ['quotation marks in a quotation', ':::article{id=S01}\n“x”\n:::', ':::article{id=S01}', /marks/],
  ['a fact in a quotation', ':::article{id=S01}\nx :fact[A1]\n:::', ':::article{id=S01}', /apart/],
  ['a quotation of two paragraphs', ':::article{id=S01}\nx\n\ny\n:::', ':::article{id=S01}', /one/],
  ['a figure with three colons', ':::figure{id=timeline}\n:::', ':::figure{id=timeline}', /::fig/],
  ['a figure without its name', '::figure', '::figure', /which figure/],
  ['a note with two colons', '::note{kind=update}', '::note{kind=update}', /:::note/],
  ['a broken line', 'It ends\\\nthere.', 'It ends', /broken by hand/],
]

describe('what lessons do not use', () => {
  it.each(refused)('%s is a problem with its line', (_name, text, on, message) => {
    const problems = problemsAfter(put(text))
    expect(problems).toContainEqual({
      file,
      path: '',
      on: expect.stringContaining(on.split('\n')[0] ?? ''),
      message: expect.stringMatching(message),
    })
    expect(new Set(problems.map((problem) => problem.file))).toEqual(new Set([file]))
  })
  it('is told once where it stands once', () => {
    for (const text of ['It <b> ends.', ':fat[A1] ends.', '# Big', '![a](b.png)', '::note'])
      expect(problemsAfter(put(text))).toHaveLength(1)
  })
  it('leaves a time of day, a ratio and an escaped colon alone', () => {
    expect(problemsAfter(put('At 12:30 UTC, 3:1, \\:fine and https.'))).toEqual([])
  })
  it('refuses text before the first section', () => {
    expect(problemsAfter(edit(file, '## More', 'Hello.\n\n## More'))).toMatchObject([
      { on: 'Hello.', message: expect.stringContaining('before the first section') },
    ])
  })
})

describe('frontmatter', () => {
  it('that is missing is a problem, and the text is checked all the same', () => {
    const problems = problemsAfter(edit(file, '---\n', '\n'), put('It <b>ends</b>.'))
    const messages = problems.filter((problem) => problem.file === file).map((p) => p.message)
    expect(messages[0]).toMatch(/does not begin with its frontmatter/)
    expect(messages.join(' ')).toMatch(/HTML is not used/)
  })
  it('with a fault is told with the line of the file', () => {
    expect(problemsAfter(edit(file, 'short: Second', 'shrot: Second'))).toMatchObject([
      { path: 'short', on: 'title: The second lesson' },
      { path: 'shrot', on: 'shrot: Second' },
    ])
  })
  it('may end its lines as Windows does', () => {
    const windows = (files: Map<string, string>) => {
      for (const [name, text] of files) files.set(name, text.replaceAll('\n', '\r\n'))
    }
    expect(problemsAfter(windows)).toEqual([])
  })
})
