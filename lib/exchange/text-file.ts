import { accept, type Outcome, refuse } from '@/lib/domain/outcome'

const decoders = {
  'utf-8': new TextDecoder('utf-8', { fatal: true }),
  'utf-16le': new TextDecoder('utf-16le', { fatal: true }),
  'utf-16be': new TextDecoder('utf-16be', { fatal: true }),
}

/** What stands in Windows-1252 from 80 to 9F; Node's own decoder takes it for Latin-1 there. */
const HIGH = '€\x81‚ƒ„…†‡ˆ‰Š‹Œ\x8dŽ\x8f\x90‘’“”•–—˜™š›œ\x9džŸ'
const windows1252 = (bytes: Uint8Array): string =>
  Buffer.from(bytes)
    .toString('latin1')
    .replace(/[\x80-\x9f]/g, (sign) => HIGH[sign.charCodeAt(0) - 0x80] ?? sign)

const begins = (bytes: Uint8Array, ...signs: number[]) =>
  signs.every((sign, at) => bytes[at] === sign)

function decoded(name: keyof typeof decoders, bytes: Uint8Array): string | null {
  try {
    return decoders[name].decode(bytes)
  } catch {
    return null
  }
}

/**
 * The text of a file as spreadsheets write it: UTF-16 with its mark, UTF-8 with or without, else
 * Windows-1252. Null for what is no text.
 */
export function textOf(bytes: Uint8Array): string | null {
  const text = begins(bytes, 0xff, 0xfe)
    ? decoded('utf-16le', bytes)
    : begins(bytes, 0xfe, 0xff)
      ? decoded('utf-16be', bytes)
      : (decoded('utf-8', bytes) ?? windows1252(bytes))
  // No control signs but tab and line ends: archives, pictures and workbooks have them at once.
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
  return text === null || /[\x00-\x08\x0e-\x1f]/.test(text) ? null : text
}

/** The text of a file that a form brought, which is read only if it is not longer than `most`. */
export async function readTextFile(
  file: File,
  most: number,
): Promise<Outcome<string, 'file-too-long' | 'file-not-text'>> {
  if (file.size > most) return refuse('file-too-long')
  const text = textOf(new Uint8Array(await file.arrayBuffer()))
  return text === null ? refuse('file-not-text') : accept(text)
}
