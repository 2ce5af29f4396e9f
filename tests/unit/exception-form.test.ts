import { describe, expect, it } from 'vitest'
import type { Dates } from '@/lib/domain/assignment'
import { readException } from '@/lib/domain/assignment-form'
import { fromLocal } from '@/lib/domain/zoned-time'

const zone = 'Europe/Paris'
const at = (text: string) => {
  const read = fromLocal(text, zone)
  if (!read.ok) throw new Error(text)
  return read.value
}
const dates: Dates = {
  opensAt: at('2026-03-01T08:00'),
  dueAt: at('2026-03-10T12:00'),
  closesAt: null,
}
const read = (fields: Record<string, string>, base = dates) =>
  readException(
    Object.fromEntries(Object.entries(fields).map(([name, text]) => [name, [text]])),
    zone,
    base,
  )
const faultsOf = (...given: Parameters<typeof read>) => {
  const answer = read(...given)
  return answer.ok ? {} : answer.faults
}

describe('what holds for one student alone', () => {
  it('is nothing where nothing is written', () => {
    expect(read({})).toEqual({ ok: true, value: null })
    expect(read({ opensAt: ' ', minutes: '', extraAttempts: '' })).toEqual({
      ok: true,
      value: null,
    })
  })

  it('names the fields that are written, and leaves the class’s where they are empty', () => {
    expect(read({ dueAt: '2026-03-12T12:00', extraAttempts: '2' })).toEqual({
      ok: true,
      value: { dueAt: at('2026-03-12T12:00'), extraAttempts: 2, isExcused: false },
    })
    expect(read({ isExcused: 'yes', minutes: '90' })).toEqual({
      ok: true,
      value: { minutes: 90, extraAttempts: 0, isExcused: true },
    })
  })

  it('is held against the dates of the class, and refused at a field that was written', () => {
    expect(faultsOf({ closesAt: '2026-02-28T12:00' })).toMatchObject({
      closesAt: 'closesBeforeOpens',
    })
    expect(faultsOf({ closesAt: '2026-03-09T12:00' })).toEqual({ closesAt: 'dueOutside' })
    expect(faultsOf({ dueAt: '2026-02-01T12:00' })).toEqual({ dueAt: 'dueOutside' })
    const closing = { ...dates, dueAt: null, closesAt: at('2026-03-20T12:00') }
    expect(faultsOf({ opensAt: '2026-03-21T12:00' }, closing)).toEqual({
      opensAt: 'closesBeforeOpens',
    })
    expect(faultsOf({ opensAt: '2026-03-11T12:00' })).toEqual({ opensAt: 'dueOutside' })
  })

  it('is refused with all that is wrong at once', () => {
    expect(faultsOf({ opensAt: '2026-03-29T02:30', minutes: '0', extraAttempts: 'two' })).toEqual({
      opensAt: 'skippedTime',
      minutes: 'minutes',
      extraAttempts: 'attempts',
    })
  })
})
