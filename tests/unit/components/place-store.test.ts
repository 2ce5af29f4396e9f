import { afterEach, describe, expect, it, vi } from 'vitest'
import { keepPlace, keptPlace, newer, placeIn } from '@/components/lesson/place-store'

afterEach(() => vi.unstubAllGlobals())

const storage = () => {
  const kept = new Map<string, string>()
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
    removeItem: (name: string) => void kept.delete(name),
  }
}

describe('a place in a lesson', () => {
  it('is kept on the device by its lesson, and forgotten', () => {
    vi.stubGlobal('window', { localStorage: storage() })
    keepPlace('course', 'one', 's-1', 1_000)
    expect(keptPlace('course', 'one', 4_000)).toEqual({ anchor: 's-1', age: 3_000 })
    expect(keptPlace('course', 'two', 4_000)).toBeNull()
    // A clock that was set back makes no place of the future.
    expect(keptPlace('course', 'one', 500)).toEqual({ anchor: 's-1', age: 0 })
    keepPlace('course', 'one', null, 5_000)
    expect(keptPlace('course', 'one', 6_000)).toBeNull()
  })

  it('is no error where the browser keeps nothing or has no room', () => {
    const refuse = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    vi.stubGlobal('window', {
      localStorage: { getItem: refuse, setItem: refuse, removeItem: refuse },
    })
    expect(() => keepPlace('course', 'one', 's-1', 0)).not.toThrow()
    expect(keptPlace('course', 'one', 0)).toBeNull()
  })

  it('is nothing where something else stands in the store', () => {
    for (const text of ['nonsense', '{}', '{"anchor":1,"at":2}', 'null', '[]']) {
      vi.stubGlobal('window', { localStorage: { getItem: () => text } })
      expect(keptPlace('course', 'one', 0), text).toBeNull()
    }
  })

  it('is the newer of the device’s and the server’s', () => {
    const [fresh, old] = [
      { anchor: 'fresh', age: 1 },
      { anchor: 'old', age: 2 },
    ]
    expect(newer(fresh, old)).toBe(fresh)
    expect(newer(old, fresh)).toBe(fresh)
    expect(newer(null, old)).toBe(old)
    expect(newer(old, null)).toBe(old)
    expect(newer(null, null)).toBeNull()
  })

  it('is read from what the server tells, and from nothing else', () => {
    expect(placeIn({ places: { one: { anchor: 's-1', age: 5 } } }, 'one')).toEqual({
      anchor: 's-1',
      age: 5,
    })
    for (const body of [
      null,
      {},
      { places: null },
      { places: { one: 3 } },
      { places: { one: { anchor: 1 } } },
    ])
      expect(placeIn(body, 'one')).toBeNull()
  })
})
