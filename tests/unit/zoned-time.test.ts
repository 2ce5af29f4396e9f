import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fromLocal, isTimeZone, toLocal } from '@/lib/domain/zoned-time'

const instantOf = (text: string, zone: string) => {
  const found = fromLocal(text, zone)
  return found.ok ? found.value.toISOString() : found.rejection
}

it.each([
  ['2026-01-13T09:00', 'Europe/Paris', '2026-01-13T08:00:00.000Z'],
  ['2026-07-13T09:00', 'Europe/Paris', '2026-07-13T07:00:00.000Z'],
  ['2026-07-13T09:00', 'Asia/Shanghai', '2026-07-13T01:00:00.000Z'],
  ['2026-07-13T09:00', 'Asia/Kathmandu', '2026-07-13T03:15:00.000Z'],
])('%s in %s is %s', (text, zone, instant) => {
  expect(instantOf(text, zone)).toBe(instant)
})

it('the night of the longer day: 02:30 comes twice, and its first time is meant', () => {
  expect(instantOf('2026-10-25T02:30', 'Europe/Paris')).toBe('2026-10-25T00:30:00.000Z')
  expect(instantOf('2026-10-25T03:00', 'Europe/Paris')).toBe('2026-10-25T02:00:00.000Z')
})

it('the night of the shorter day: 02:30 never comes, and is refused', () => {
  expect(instantOf('2026-03-29T02:30', 'Europe/Paris')).toBe('skipped-by-the-clocks')
  expect(instantOf('2026-03-29T01:59', 'Europe/Paris')).toBe('2026-03-29T00:59:00.000Z')
  expect(instantOf('2026-03-29T03:00', 'Europe/Paris')).toBe('2026-03-29T01:00:00.000Z')
})

it('a day from noon to noon has 23 hours in spring and 25 in autumn', () => {
  const hours = (from: string, to: string) => {
    const ends = [from, to].map((text) => fromLocal(text, 'Europe/Paris'))
    const [a, b] = ends.map((end) => (end.ok ? end.value.getTime() : Number.NaN))
    return ((b ?? 0) - (a ?? 0)) / 3_600_000
  }
  expect(hours('2026-03-28T12:00', '2026-03-29T12:00')).toBe(23)
  expect(hours('2026-10-24T12:00', '2026-10-25T12:00')).toBe(25)
})

it.each([
  '',
  'tomorrow',
  '2026-02-30T10:00',
  '2026-01-01',
  '2026-01-01T25:00',
  '2026-01-01T10:00Z',
])('“%s” is no time', (text) => {
  expect(instantOf(text, 'Europe/Paris')).toBe('not-a-time')
})

it('knows the names of zones and nothing else', () => {
  expect(
    ['Europe/Paris', 'Asia/Shanghai', 'UTC', 'Europe/Atlantis', '', '../etc'].map(isTimeZone),
  ).toEqual([true, true, true, false, false, false])
})

it('what a field shows is read again as the same minute, but for the hour that comes twice', () => {
  const instants = fc.date({
    min: new Date('2020-01-01'),
    max: new Date('2040-01-01'),
    noInvalidDate: true,
  })
  const zones = fc.constantFrom('Europe/Paris', 'America/St_Johns', 'Asia/Kolkata', 'Pacific/Apia')
  fc.assert(
    fc.property(instants, zones, (at, zone) => {
      const minute = Math.floor(at.getTime() / 60_000) * 60_000
      const back = fromLocal(toLocal(at, zone), zone)
      const gap = back.ok ? minute - back.value.getTime() : Number.NaN
      expect([0, 3_600_000]).toContain(gap)
    }),
  )
})
