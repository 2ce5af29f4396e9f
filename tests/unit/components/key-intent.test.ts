import { describe, expect, it } from 'vitest'
import { type Focus, intentOf, type Pressed } from '@/components/attempt/key-intent'

const press = (key: string, more: Partial<Pressed> = {}): Pressed => ({
  ...{ key, hasModifier: false, isRepeated: false, isComposing: false, ...more },
})
const choose = (place: number) => ({ kind: 'choose', place })

describe('a key on a page with questions', () => {
  it.each([
    ['1', choose(0)],
    ['9', choose(8)],
    ['0', null],
    ['a', choose(0)],
    ['I', choose(8)],
    ['j', null],
    ['n', { kind: 'next' }],
    ['N', { kind: 'next' }],
    ['p', { kind: 'previous' }],
    ['?', { kind: 'help' }],
    ['Enter', { kind: 'check' }],
    [' ', null],
    ['Tab', null],
    ['Escape', null],
    ['ArrowDown', null],
    ['F1', null],
    ['Dead', null],
  ] as const)('%s', (key, intent) => {
    expect(intentOf(press(key), 'page')).toEqual(intent)
  })

  it('is left alone while somebody types', () => {
    for (const key of ['1', 'a', 'n', '?', 'Enter'])
      expect(intentOf(press(key), 'typing')).toBeNull()
  })

  it('is the browser’s with Ctrl, Alt or Meta, and nothing when it repeats or makes a character', () => {
    for (const focus of ['page', 'control'] satisfies Focus[])
      for (const more of [{ hasModifier: true }, { isRepeated: true }, { isComposing: true }])
        for (const key of ['1', 'n', '?', 'Enter'])
          expect(intentOf(press(key, more), focus)).toBeNull()
  })

  it('does on a control what it does elsewhere, but for Enter, which is the control’s', () => {
    expect(intentOf(press('2'), 'control')).toEqual(choose(1))
    expect(intentOf(press('n'), 'control')).toEqual({ kind: 'next' })
    expect(intentOf(press('Enter'), 'control')).toBeNull()
  })
})
