import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { RosterRow } from '@/lib/domain/roster'
import { readRoster, withEnrollments, writeRoster } from '@/lib/exchange/roster-csv'
import { readTextFile, textOf } from '@/lib/exchange/text-file'

const read = (text: string) => {
  const roster = readRoster(text)
  if (!roster.ok) return roster.rejection
  return roster.value.map(({ line, name, username, sourcedId, leftOut }) =>
    [line, name, username, sourcedId, leftOut].filter((each) => each !== null).join(' | '),
  )
}
const utf16 = (text: string, isLittle: boolean) => {
  const bytes = Buffer.from(`\uFEFF${text}`, 'utf16le')
  return isLittle ? bytes : bytes.swap16()
}

describe('a pasted list', () => {
  it('is bare names, one a line; blank lines are nothing', () => {
    expect(read('\n  Amina Yilmaz \r\n\r\nJonas Berger\n')).toEqual([
      '2 | Amina Yilmaz',
      '4 | Jonas Berger',
    ])
  })

  it('keeps “last, first” as it is written, and joins the cells of a spreadsheet', () => {
    expect(read('Berg, Anna\nYilmaz, Amina')).toEqual(['1 | Berg, Anna', '2 | Yilmaz, Amina'])
    expect(read('Anna\tBerg\nAmina\tYilmaz')).toEqual(['1 | Anna Berg', '2 | Amina Yilmaz'])
    expect(read('Anna;Berg')).toEqual(['1 | Anna Berg'])
    expect(read('Madonna\nBerg, Anna')).toEqual(['1 | Madonna', '2 | Berg, Anna'])
  })

  it('takes signs of formulas for text', () => {
    expect(read('=1+1\n+49 Anna\n-x\n@SUM(A1)')).toEqual([
      '1 | =1+1',
      '2 | +49 Anna',
      '3 | -x',
      '4 | @SUM(A1)',
    ])
  })
})

describe('a list with a head', () => {
  it.each([
    ['commas', 'First name,Last name,Username\nAnna,Berg,anna.b'],
    ['semicolons', 'Vorname;Nachname;Benutzername\r\nAnna;Berg;anna.b'],
    ['tabs', 'first_name\tsurname\tlogin\nAnna\tBerg\tanna.b'],
    ['quotation marks', '"givenName","familyName","username"\n"Anna","Berg","anna.b"'],
    ['a mark before it', '\uFEFFname,username\nAnna Berg,anna.b'],
  ])('is read with %s', (_what, text) => expect(read(text)).toEqual(['2 | Anna Berg | anna.b']))

  it('keeps the row without a name, so that it can be told', () => {
    expect(read('name;id\n;7\nAnna;8')).toEqual(['2 |  | 7', '3 | Anna | 8'])
  })

  it('is OneRoster’s users.csv: pupils alone, and neither address nor telephone', () => {
    const text = [
      'sourcedId,status,dateLastModified,enabledUser,orgSourcedIds,role,username,userIds,givenName,familyName,middleName,identifier,email,sms,phone,agentSourcedIds,grades,password',
      'u1,,,true,o1,student,anna.b,,Anna,Berg,,,anna@school.example,,555,,09,secret',
      'u2,,,true,o1,teacher,keller,,Eva,Keller,,,,,,,,',
      'u3,,,false,o1,student,tom,,Tom,Ode,,,,,,,,',
      'u4,tobedeleted,,true,o1,student,ida,,Ida,Ode,,,,,,,,',
      'u5,,,true,o1,student,max@school.example,,Max,Ode,,,,,,,,',
    ].join('\r\n')
    expect(read(text)).toEqual([
      '2 | Anna Berg | anna.b | u1',
      '3 | Eva Keller | keller | u2 | not-a-student',
      '4 | Tom Ode | tom | u3 | not-enabled',
      '5 | Ida Ode | ida | u4 | not-enabled',
      '6 | Max Ode | u5',
    ])
    expect(JSON.stringify(readRoster(text))).not.toMatch(/school\.example|555|secret/)
  })

  it('leaves out whom enrollments.csv does not name as a student', () => {
    const users = readRoster('sourcedId,name\nu1,Anna\nu2,Ben\nu3,Eva\nu4,Ida')
    const text = [
      'sourcedId,status,dateLastModified,classSourcedId,schoolSourcedId,userSourcedId,role,primary,beginDate,endDate',
      'e1,,,c1,o1,u1,student,,,',
      'e2,tobedeleted,,c1,o1,u2,student,,,',
      'e3,,,c1,o1,u3,teacher,true,,',
    ].join('\n')
    const all = users.ok ? withEnrollments(users.value, text) : users
    expect(all.ok && all.value.map(({ leftOut }) => leftOut)).toEqual([
      null,
      'not-in-the-class',
      'not-in-the-class',
      'not-in-the-class',
    ])
  })
})

describe('what is no list', () => {
  it.each([
    ['roster-empty', ' \n\r\n '],
    ['roster-empty', 'name,username\n'],
    ['roster-no-name', 'username;id\nanna;7'],
    ['roster-broken', 'name\n"Anna'],
    ['roster-too-many', 'Anna\n'.repeat(501)],
    ['roster-too-many', 'Anna\n'.repeat(90_000)],
    ['roster-too-wide', ','.repeat(61).concat('x')],
    ['roster-too-long', 'x'.repeat(1_000_001)],
  ])('is refused as %s', (rejection, text) => expect(read(text)).toBe(rejection))

  it('of any text at all, is refused or read, and never breaks the reader', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const roster = readRoster(text)
        if (roster.ok) expect(roster.value.length).toBeGreaterThan(0)
      }),
      { numRuns: 2_000 },
    )
  })
})

it('writes a list that is read alike', () => {
  const cell = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 30 }).map(
    (text) =>
      // What stands between words is blanks; ends are trimmed.
      `n${text.replace(/\s+/gu, ' ').replaceAll('@', 'a')}n`,
  )
  const rows = fc.array(
    fc.record({
      name: cell,
      username: fc.option(cell, { nil: null }),
      sourcedId: fc.option(cell, { nil: null }),
    }),
    { minLength: 1, maxLength: 20 },
  )
  fc.assert(
    fc.property(rows, (given) => {
      const all = given.map((each, at): RosterRow => ({ ...each, line: at + 2, leftOut: null }))
      expect(readRoster(writeRoster(all))).toEqual({ ok: true, value: all })
    }),
  )
})

describe('a file', () => {
  const text = 'name\nZoë Müller – 李\n'
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with a mark', Buffer.from(`\uFEFF${text}`)],
    ['UTF-16, little end first', utf16(text, true)],
    ['UTF-16, big end first', utf16(text, false)],
  ])('is read as %s', (_what, bytes) => expect(textOf(bytes)).toBe(text))

  it('is read as Windows-1252 where it is no UTF-8', () => {
    expect(textOf(Uint8Array.from([0x5a, 0x6f, 0xeb, 0x20, 0x96, 0x20, 0x80]))).toBe('Zoë – €')
  })

  it('is refused where it is no text, or longer than it may be', async () => {
    const zip = new File([Buffer.from('PK\x03\x04\x14\x00\x06\x00')], 'users.xlsx')
    expect(await readTextFile(zip, 100)).toEqual({ ok: false, rejection: 'file-not-text' })
    const long = new File(['x'.repeat(101)], 'long.csv')
    expect(await readTextFile(long, 100)).toEqual({ ok: false, rejection: 'file-too-long' })
  })
})
