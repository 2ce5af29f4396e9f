/** What a username looks like: small letters, digits, dots and hyphens, 3 to 40 of them. */
export const USERNAME = /^[a-z0-9][a-z0-9.-]{2,39}$/

export const isUsername = (text: string): boolean => USERNAME.test(text)

/** Letters of the Latin script that Unicode does not take apart into a base and its marks. */
const FOLDED: Record<string, string> = {
  æ: 'ae',
  đ: 'd',
  ð: 'd',
  ħ: 'h',
  ı: 'i',
  ł: 'l',
  ŋ: 'n',
  ø: 'o',
  œ: 'oe',
  ß: 'ss',
  þ: 'th',
  ŧ: 't',
}

const LONGEST = 36
const NOBODY = 'pupil'

/**
 * A name as the beginning of a username: "Zoë van der Berg" gives "zoe.van.der.berg". Letters that
 * have none in ASCII are left out; where little or nothing is left, "pupil" stands in.
 */
export function stemOf(name: string): string {
  const plain = name
    .toLowerCase()
    .normalize('NFKD')
    .replace(/[^\x20-\x7e]/gu, (sign) => FOLDED[sign] ?? (/\s/u.test(sign) ? ' ' : ''))
    .replace(/['`]/g, '')
    .replace(/[^a-z0-9]+/g, '.')
    .replace(/^\.|\.$/g, '')
  // A name that is too long ends after a whole word, where it has one.
  const cut = plain.slice(0, LONGEST + 1).replace(/\.[^.]*$/, '')
  const stem = plain.length > LONGEST ? cut.slice(0, LONGEST) : plain
  if (stem === '') return NOBODY
  return stem.length < 3 ? `${NOBODY}.${stem}` : stem
}

/** The stem itself, else the first free one of stem2, stem3, …; after a digit a dot goes before. */
export function freeUsername(stem: string, isTaken: (username: string) => boolean): string {
  if (!isTaken(stem)) return stem
  const start = /\d$/.test(stem) ? `${stem}.` : stem
  for (let number = 2; ; number++) {
    const username = `${start}${number}`
    if (!isTaken(username)) return username
  }
}
