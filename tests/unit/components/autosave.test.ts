import { describe, expect, test } from 'vitest'
import { type Fate, GOOD, memoryServer, screen, virtualTime } from './two-screens'

function alone(fate: () => Fate = () => GOOD) {
  const time = virtualTime()
  const server = memoryServer(time)
  return { time, server, ...screen(time, server, { fate }) }
}
const lost: Fate = { ...GOOD, lose: 'request' }

describe('one screen', () => {
  test('a choice is sent at once and confirmed', async () => {
    const { time, server, autosave, states } = alone()
    autosave.change('q', 'a', 0)
    await time.pass(100)
    expect(server.value).toBe('a')
    expect(states.at(-1)).toEqual({ phase: 'saved', at: new Date(20) })
    expect(autosave.pending()).toEqual({})
  })

  test('typing is sent once, when it pauses', async () => {
    const { time, server, autosave, bodies } = alone()
    for (const text of ['P', 'Pa', 'Par', 'Pari', 'Paris']) {
      autosave.change('q', text, 300)
      await time.pass(100)
    }
    await time.pass(1000)
    expect(bodies).toEqual([{ value: 'Paris', base: 0, age: 300 }])
    expect(server.value).toBe('Paris')
  })

  test('saves of one question follow each other and the last value wins', async () => {
    const { time, server, autosave, bodies } = alone(() => ({ ...GOOD, there: 500, back: 500 }))
    autosave.change('q', 'a', 0)
    await time.pass(100)
    autosave.change('q', 'b', 0)
    autosave.change('q', 'c', 0)
    await time.pass(5000)
    expect(bodies).toEqual([
      { value: 'a', base: 0, age: 0 },
      { value: 'c', base: 1, age: 900 },
    ])
    expect(server.value).toBe('c')
  })

  test('saving is spoken of only after a second', async () => {
    const { time, autosave, states } = alone(() => ({ ...GOOD, there: 1500, back: 0 }))
    autosave.change('q', 'a', 0)
    await time.pass(900)
    expect(states).toEqual([])
    await time.pass(200)
    expect(states).toEqual([{ phase: 'saving' }])
    await time.pass(1000)
    expect(states.at(-1)?.phase).toBe('saved')
  })

  test('what fails is tried again after 1, 2, 4, 8, 15 and 15 seconds', async () => {
    const sent: number[] = []
    const time = virtualTime()
    const fate = (): Fate => {
      sent.push(time.now())
      return { there: 0, back: 0, lose: 'request' }
    }
    const { autosave, states } = screen(time, memoryServer(time), { fate })
    autosave.change('q', 'a', 0)
    await time.pass(46_000)
    expect(sent).toEqual([0, 1000, 3000, 7000, 15_000, 30_000, 45_000])
    expect(states.at(-1)).toMatchObject({ phase: 'unsaved', waiting: 1, reason: 'unreachable' })
  })

  test('"Try again" sends at once', async () => {
    let isDown = true
    const { time, server, autosave } = alone(() => (isDown ? lost : GOOD))
    autosave.change('q', 'a', 0)
    await time.pass(8000)
    isDown = false
    autosave.retry()
    await time.pass(100)
    expect(server.value).toBe('a')
  })

  test('a reply that never comes is given up after ten seconds', async () => {
    let first = true
    const { time, server, autosave } = alone(() => {
      const fate = first ? { ...GOOD, there: 1e9 } : GOOD
      first = false
      return fate
    })
    autosave.change('q', 'a', 0)
    await time.pass(12_000)
    expect(server.value).toBe('a')
    expect(autosave.pending()).toEqual({})
  })

  test('signed out, it keeps the answer and goes on trying', async () => {
    const { time, server, autosave, states } = alone()
    server.answerWith(401)
    autosave.change('q', 'a', 0)
    await time.pass(5000)
    expect(states.at(-1)).toMatchObject({ phase: 'unsaved', waiting: 1, reason: 'signed-out' })
    server.answerWith(null)
    await time.pass(15_000)
    expect(server.value).toBe('a')
    expect(states.at(-1)?.phase).toBe('saved')
  })

  test('after the hand-in nothing is sent any more', async () => {
    const { time, server, autosave, states, bodies } = alone()
    server.answerWith(409)
    autosave.change('q', 'a', 0)
    await time.pass(1000)
    autosave.change('q', 'b', 0)
    await time.pass(60_000)
    expect(bodies).toHaveLength(1)
    expect(states.at(-1)).toEqual({ phase: 'closed', late: 0, refused: 1, waiting: 0 })
  })

  test('a flag travels with the answer that is known and builds on its version', async () => {
    const { time, autosave, bodies } = alone()
    autosave.change('q', 'a', 0)
    await time.pass(100)
    autosave.flag('q', true)
    await time.pass(100)
    expect(bodies.at(-1)).toEqual({ value: 'a', base: 1, flagged: true })
    expect(autosave.version('q')).toBe(2)
  })

  test('settle sends what typing holds back and waits for it', async () => {
    const { time, server, autosave } = alone()
    autosave.change('q', 'Paris', 300)
    const settled = autosave.settle(4000)
    await time.pass(50)
    await settled
    expect(server.value).toBe('Paris')
  })

  test('settle gives up at once where sending fails, and says what is left and how old it is', async () => {
    const { time, autosave } = alone(() => lost)
    autosave.change('q', 'a', 0)
    await time.pass(500)
    const settled = autosave.settle(4000)
    await time.pass(30)
    await settled
    expect(autosave.pending()).toEqual({ q: 530 })
  })
})

describe('two screens', () => {
  function pair() {
    const time = virtualTime()
    const server = memoryServer(time)
    let isDown = false
    const first = screen(time, server, { fate: () => (isDown ? lost : GOOD) })
    const second = screen(time, server)
    const cut = (down: boolean) => {
      isDown = down
    }
    return { time, server, first, second, cut }
  }

  test('an answer given offline does not replace one that was given later elsewhere', async () => {
    const { time, server, first, second, cut } = pair()
    cut(true)
    first.autosave.change('q', 'older', 0)
    await time.pass(5000)
    second.autosave.change('q', 'newer', 0)
    await time.pass(5000)
    cut(false)
    await time.pass(30_000)
    expect(server.value).toBe('newer')
    expect(first.conflicts).toEqual([{ questionId: 'q', stands: 'theirs', value: 'newer' }])
    expect(first.autosave.pending()).toEqual({})
  })

  test('an answer given later goes on top, and the learner is told', async () => {
    const { time, server, first, second } = pair()
    second.autosave.change('q', 'older', 0)
    await time.pass(5000)
    first.autosave.change('q', 'newer', 0)
    await time.pass(1000)
    expect(server.value).toBe('newer')
    expect(server.version).toBe(2)
    expect(first.conflicts).toEqual([{ questionId: 'q', stands: 'mine', value: 'newer' }])
  })

  test('an answer whose confirmation was lost is known as one’s own', async () => {
    let lose: Fate['lose'] = 'reply'
    const time = virtualTime()
    const server = memoryServer(time)
    const only = screen(time, server, { fate: () => ({ ...GOOD, lose }) })
    only.autosave.change('q', 'first', 0)
    await time.pass(100)
    only.autosave.change('q', 'second', 0)
    lose = 'nothing'
    await time.pass(5000)
    expect(server.value).toBe('second')
    expect(only.conflicts).toEqual([])
  })
})
