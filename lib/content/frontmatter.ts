export interface CutFile {
  head: string
  /** The line on which `head` begins. */
  headLine: number
  /** The whole file with its frontmatter blanked out, so that its lines keep their numbers. */
  body: string
}

/** A lesson cut into frontmatter and text, or null where it doesn't begin with frontmatter. */
export function cutFrontmatter(text: string): CutFile | null {
  const found = /^---[ \t]*\r?\n([\s\S]*?)^---[ \t]*(?:\r?\n|$)/m.exec(text)
  if (found?.index !== 0) return null
  const lines = found[0].split('\n').length - 1
  return {
    head: found[1] ?? '',
    headLine: 2,
    body: '\n'.repeat(lines) + text.slice(found[0].length),
  }
}
