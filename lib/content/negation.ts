/** Words that say no: a question with two of them in one sentence has to be untangled. */
const WORDS =
  "not|no|never|none|nobody|nothing|nowhere|neither\\b[^.;:]*?\\bnor|neither|nor|without|cannot|hardly|scarcely|except|unless|\\w+n['’]t|(?:un|im|in)(?:likely|able|possible|common|true|correct|important|usual)"

/** How often a text says no. */
export const negationsIn = (text: string): number =>
  text.match(new RegExp(`\\b(?:${WORDS})\\b`, 'gi'))?.length ?? 0
