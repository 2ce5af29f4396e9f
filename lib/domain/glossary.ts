import type { Term } from './course'

/** Letters as they are compared: without case and accents, so that “telemesure” finds “télémesure”. */
const plain = (text: string) =>
  text
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[\u2018\u2019]/g, "'")
    .toLowerCase()

const collator = new Intl.Collator('en', { numeric: true })

/** The terms that hold `query` in a name of any language or in the definition, by alphabet. */
export const termsMatching = (terms: readonly Term[], query: string): Term[] =>
  terms
    .filter(({ term, zh = '', fr = '', definition }) =>
      plain(`${term}\n${zh}\n${fr}\n${definition}`).includes(plain(query)),
    )
    .sort((a, b) => collator.compare(a.term, b.term))
