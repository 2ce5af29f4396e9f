import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { answerFile } from '@/components/attempt/answer-file'
import { noteSeen, openElsewhere } from '@/lib/data/presence'
import { absenceOf, absenceText, deviceOf, deviceText } from '@/lib/domain/attempt-log'
import { endOf, givenInTime, readAnswerFile } from '@/lib/domain/late-answer'

const at = (ms: number) => new Date(ms)
const DAY = 24 * 60 * 60 * 1000

describe('an answer that came after the end', () => {
  const attempt = { startedAt: at(1_000), deadline: at(10_000), submittedAt: null }

  it('counts as in time up to the end itself, of deadline and hand-in the earlier', () => {
    expect(givenInTime(attempt, at(10_000), 'device', at(10_001))).toEqual(at(10_000))
    // Two seconds may have gone by on its way to the server.
    expect(givenInTime(attempt, at(12_000), 'device', at(20_000))).toEqual(at(10_000))
    expect(givenInTime(attempt, at(12_001), 'device', at(20_000))).toBeNull()
    const early = { ...attempt, submittedAt: at(5_000) }
    expect(endOf(early)).toEqual(at(5_000))
    expect(givenInTime(early, at(7_001), 'device', at(20_000))).toBeNull()
  })

  it('is none while the attempt can still be saved to', () => {
    expect(givenInTime(attempt, at(9_000), 'device', at(10_000))).toBeNull()
    const open = { ...attempt, deadline: null }
    expect(givenInTime(open, at(9_000), 'file', at(99_000))).toBeNull()
  })

  it('comes from a device within a week, in a file at any time', () => {
    const week = at(10_000 + 7 * DAY)
    expect(givenInTime(attempt, at(9_000), 'device', week)).toEqual(at(9_000))
    const later = at(week.getTime() + 1)
    expect(givenInTime(attempt, at(9_000), 'device', later)).toBeNull()
    expect(givenInTime(attempt, at(9_000), 'file', later)).toEqual(at(9_000))
  })

  it('is never given before the attempt began nor after its end, whatever a device tells', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 1e9 }),
        fc.integer({ min: 0, max: 1e9 }),
        (given, now) => {
          const found = givenInTime(attempt, at(given), 'device', at(now))
          if (found) {
            expect(found.getTime()).toBeGreaterThanOrEqual(1_000)
            expect(found.getTime()).toBeLessThanOrEqual(10_000)
          }
        },
      ),
    )
  })
})

describe('a file of last resort', () => {
  const id = '0199aaaa-0000-7000-8000-000000000000'

  it('is read as it was written, with times of the server’s clock', () => {
    const unsent = [
      { questionId: 'm-01', value: 'text', age: 60_000 },
      { questionId: 'm-02', value: ['a', 'b'], age: 5_000 },
    ]
    // The device is an hour ahead.
    const file = answerFile(id, 'A quiz', unsent, Date.UTC(2026, 0, 1, 13), 60 * 60 * 1000)
    const read = readAnswerFile(JSON.stringify(file))
    expect(read).toEqual(file)
    expect(read?.madeAt).toBe('2026-01-01T12:00:00.000Z')
    expect(read?.answers.map(({ givenAt }) => givenAt)).toEqual([
      '2026-01-01T11:59:00.000Z',
      '2026-01-01T11:59:55.000Z',
    ])
  })

  it('is nothing else: whatever the text, it is read or refused, and never throws', () => {
    const isRefused = (text: string) => readAnswerFile(text) === null
    fc.assert(fc.property(fc.string(), isRefused))
    fc.assert(fc.property(fc.json(), isRefused))
  })

  it.each([
    ['another format', { format: 'another' }],
    ['another version', { version: 2 }],
    ['no attempt', { attempt: 'x' }],
    ['no answers', { answers: [] }],
    [
      'a question that is none',
      { answers: [{ question: '../x', value: 'a', givenAt: '2026-01-01T12:00:00Z' }] },
    ],
    [
      'an answer too long',
      { answers: [{ question: 'q', value: 'x'.repeat(601), givenAt: '2026-01-01T12:00:00Z' }] },
    ],
    ['a time that is none', { answers: [{ question: 'q', value: 'a', givenAt: 'today' }] }],
    [
      'too many',
      { answers: Array(201).fill({ question: 'q', value: 'a', givenAt: '2026-01-01T12:00:00Z' }) },
    ],
  ])('is refused with %s', (_what, change) => {
    const good = answerFile(id, 'A quiz', [{ questionId: 'q', value: 'a', age: 0 }], 0, 0)
    expect(readAnswerFile(JSON.stringify(good))).not.toBeNull()
    expect(readAnswerFile(JSON.stringify({ ...good, ...change }))).toBeNull()
  })
})

describe('what the log keeps as text', () => {
  it('is read as it was written', () => {
    const seconds = fc.option(fc.nat(86_400))
    fc.assert(
      fc.property(seconds, seconds, (device, server) => {
        expect(absenceOf(absenceText({ device, server }))).toEqual({ device, server })
      }),
    )
    expect(deviceOf(deviceText('Firefox, Linux', '12ab34cd'))).toEqual({
      name: 'Firefox, Linux',
      sign: '12ab34cd',
    })
  })

  it('is read whatever it is', () => {
    fc.assert(
      fc.property(fc.option(fc.string()), (text) => {
        absenceOf(text)
        deviceOf(text)
      }),
    )
    expect(absenceOf(null)).toEqual({ device: null, server: null })
    expect(deviceOf(null)).toEqual({ name: '', sign: '' })
  })
})

describe('where else an attempt is open', () => {
  const page = (name: string, session: string) => ({ page: name, session, device: `of ${session}` })

  it('is the page of another browser first, then another tab, and nowhere after twenty seconds', () => {
    const here = page('one', 'a')
    noteSeen('attempt', at(0), here)
    expect(openElsewhere('attempt', here, at(0))).toBeNull()
    noteSeen('attempt', at(1_000), page('two', 'a'))
    expect(openElsewhere('attempt', here, at(2_000))).toEqual({ device: null })
    noteSeen('attempt', at(1_500), page('three', 'b'))
    expect(openElsewhere('attempt', here, at(2_000))).toEqual({ device: 'of b' })
    expect(openElsewhere('attempt', here, at(21_200))).toEqual({ device: 'of b' })
    expect(openElsewhere('attempt', here, at(22_000))).toBeNull()
    expect(openElsewhere('another', here, at(2_000))).toBeNull()
  })
})
