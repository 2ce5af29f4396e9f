import { describe, expect, test } from 'vitest'
import { isExpired, type Kept, newerOf } from '@/components/attempt/kept'
import { type Fate, GOOD, memoryKeeper, memoryServer, screen, virtualTime } from './two-screens'

const lost: Fate = { ...GOOD, lose: 'request' }
const MINUTE = 60_000
const QUESTIONS = ['a', 'b', 'c', 'd', 'e']

/** A device whose network is there or not, and whose pages come and go. */
function device(questions = QUESTIONS) {
  const time = virtualTime()
  const arrived: string[] = []
  const server = memoryServer(time, (value, question) => arrived.push(`${question} ${value}`))
  const keeper = memoryKeeper()
  let isDown = false
  const options = { fate: () => (isDown ? lost : GOOD), questions, keeper }
  const open = async () => {
    const page = screen(time, server, options)
    page.autosave.takeUp(await keeper.list())
    return page
  }
  const cut = (down: boolean) => {
    isDown = down
  }
  return { time, server, keeper, arrived, open, cut }
}

describe('a device without a network', () => {
  test('says that an answer is kept once the device has it, and sends it when the network is back', async () => {
    const { time, server, keeper, open, cut } = device()
    const page = await open()
    cut(true)
    page.autosave.change('a', '1', 0)
    await time.pass(500)
    expect(page.states.at(-1)).toEqual({
      phase: 'unsaved',
      waiting: 1,
      reason: 'unreachable',
      isKept: true,
      isLong: false,
    })
    expect(keeper.all()).toMatchObject([{ questionId: 'a', value: '1', base: 0 }])
    cut(false)
    await time.pass(30_000)
    expect(server.of('a').value).toBe('1')
    expect(keeper.all()).toEqual([])
    expect(page.states.at(-1)?.phase).toBe('saved')
  })

  test('after ten minutes every answer arrives once, in the order in which they were given', async () => {
    const { time, arrived, open, cut } = device()
    const page = await open()
    cut(true)
    for (const question of ['d', 'a', 'e', 'c', 'b']) {
      page.autosave.change(question, 'first thought', 300)
      await time.pass(MINUTE)
      page.autosave.change(question, 'answer', 300)
      await time.pass(MINUTE)
    }
    expect(page.states.at(-1)).toMatchObject({ phase: 'unsaved', waiting: 5, isLong: true })
    cut(false)
    await time.pass(MINUTE)
    expect(arrived).toEqual(['d answer', 'a answer', 'e answer', 'c answer', 'b answer'])
  })

  test('what was kept is on the next page again and is sent from there', async () => {
    const { time, server, keeper, open, cut, arrived } = device()
    const first = await open()
    cut(true)
    first.autosave.change('b', '1', 0)
    await time.pass(5000)
    first.autosave.change('a', '2', 0)
    first.autosave.flag('c', true)
    await time.pass(5000)
    first.close()
    await time.pass(10 * MINUTE)
    const shown: unknown[] = []
    const second = screen(time, server, { questions: QUESTIONS, keeper })
    second.autosave.takeUp(await keeper.list())
    shown.push(second.autosave.unsent().map(({ questionId, age }) => [questionId, age]))
    expect(shown).toEqual([
      [
        ['a', 10 * MINUTE + 5000],
        ['b', 10 * MINUTE + 10_000],
      ],
    ])
    await time.pass(5000)
    expect(arrived).toEqual(['b 1', 'a 2', 'c null'])
    expect(second.bodies.at(-1)).toEqual({ value: null, base: 0, flagged: true })
    expect(second.conflicts).toEqual([])
    expect(keeper.all()).toEqual([])
  })

  test('an answer that arrived, though nobody heard so, is not sent as another one', async () => {
    const { time, server, keeper, arrived } = device()
    const first = screen(time, server, {
      fate: () => ({ ...GOOD, lose: 'reply' }),
      questions: QUESTIONS,
      keeper,
    })
    first.autosave.change('a', 'typed', 0)
    await time.pass(50)
    first.autosave.change('a', 'typed on', 0)
    await time.pass(50)
    first.close()
    expect(server.of('a').value).toBe('typed')
    const second = screen(time, server, { questions: QUESTIONS, keeper })
    second.autosave.takeUp(await keeper.list())
    await time.pass(5000)
    expect(arrived).toEqual(['a typed', 'a typed on'])
    expect(second.conflicts).toEqual([])
  })

  test('one answer that the server finds malformed holds no other back', async () => {
    const { time, server, keeper, arrived } = device()
    const put = server.put
    server.put = (question, body) =>
      question === 'a' ? { status: 400, json: async () => ({}) } : put(question, body)
    const page = screen(time, server, { questions: QUESTIONS, keeper })
    page.autosave.change('a', 'x', 0)
    page.autosave.change('b', 'y', 0)
    await time.pass(5000)
    expect(arrived).toEqual(['b y'])
    expect(page.states.at(-1)).toMatchObject({ phase: 'unsaved', waiting: 1 })
  })

  test('where nothing can be kept, it is not said to be', async () => {
    const time = virtualTime()
    const page = screen(time, memoryServer(time), { fate: () => lost })
    page.autosave.change('q', '1', 0)
    await time.pass(500)
    expect(page.states.at(-1)).toMatchObject({ phase: 'unsaved', isKept: false })
  })
})

describe('after the end', () => {
  test('what was given before it is taken aside, each once, and nothing new is taken', async () => {
    const { time, server, keeper, open, cut } = device()
    const page = await open()
    cut(true)
    page.autosave.change('a', '1', 0)
    page.autosave.change('b', '2', 0)
    await time.pass(MINUTE)
    server.answerWith(202)
    cut(false)
    await time.pass(MINUTE)
    expect(page.states.at(-1)).toEqual({ phase: 'closed', late: 2, refused: 0, waiting: 0 })
    expect(keeper.all()).toEqual([])
    page.autosave.change('c', '3', 0)
    expect(page.autosave.pending()).toEqual({})
  })

  test('the network may fail again in between', async () => {
    const { time, server, keeper, open, cut } = device()
    const page = await open()
    cut(true)
    page.autosave.change('a', '1', 0)
    page.autosave.change('b', '2', 0)
    await time.pass(MINUTE)
    const put = server.put
    server.put = (question, body) => {
      cut(true)
      server.put = put
      server.answerWith(202)
      return put(question, body)
    }
    cut(false)
    await time.pass(15_100)
    expect(keeper.all()).toHaveLength(1)
    cut(false)
    await time.pass(MINUTE)
    expect(page.states.at(-1)).toEqual({ phase: 'closed', late: 2, refused: 0, waiting: 0 })
  })
})

describe('two tabs of one browser', () => {
  test('send what is kept as one answer', async () => {
    const { time, arrived, keeper, open, cut } = device()
    const first = await open()
    cut(true)
    first.autosave.change('a', '1', 0)
    await time.pass(500)
    const second = await open()
    expect(Object.keys(second.autosave.pending())).toEqual(['a'])
    cut(false)
    await time.pass(MINUTE)
    expect(arrived).toEqual(['a 1'])
    expect(keeper.all()).toEqual([])
    expect([...first.conflicts, ...second.conflicts]).toEqual([])
  })

  const kept = (value: string, givenAt: number | null, flagged: boolean | null = null): Kept => ({
    attemptId: 'attempt',
    questionId: 'a',
    value,
    givenAt,
    flagged,
    base: 0,
    sent: [],
    stamp: value,
  })
  test('keep the answer that was given later, whichever is written last', () => {
    expect(newerOf(kept('older', 1), kept('newer', 2)).value).toBe('newer')
    expect(newerOf(kept('newer', 2), kept('older', 1)).value).toBe('newer')
    expect(newerOf(kept('answer', 2), kept('none', null, true))).toMatchObject({
      value: 'answer',
      flagged: true,
      stamp: 'answer',
    })
    expect(newerOf(undefined, kept('first', 1)).value).toBe('first')
  })

  test('what has waited for a week is of no use any more', () => {
    const week = 7 * 24 * 60 * MINUTE
    expect(isExpired({ givenAt: 0 }, week)).toBe(false)
    expect(isExpired({ givenAt: 0 }, week + 1)).toBe(true)
    expect(isExpired({ givenAt: null }, week + 1)).toBe(false)
  })
})

test('a clock that was set back makes a kept answer yield, not win', async () => {
  const { time, server, keeper, open, cut } = device()
  cut(true)
  const first = await open()
  first.autosave.change('a', 'kept', 0)
  await time.pass(500)
  first.close()
  cut(false)
  const other = screen(time, server, { questions: QUESTIONS })
  other.autosave.change('a', 'elsewhere', 0)
  await time.pass(500)
  const [row] = await keeper.list()
  // As if the device's clock had been an hour ahead when it was given.
  const second = await open()
  second.close()
  const third = screen(time, server, { questions: QUESTIONS, keeper })
  third.autosave.takeUp([{ ...(row as Kept), givenAt: time.now() + 60 * MINUTE }])
  await time.pass(MINUTE)
  expect(server.of('a').value).toBe('elsewhere')
})
