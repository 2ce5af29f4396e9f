import { strFromU8, unzipSync } from 'fflate'
import { SaxesParser } from 'saxes'

export interface ReadCell {
  /** Such as "inlineStr"; null for a number. */
  type: string | null
  style: number
  text: string
}
export interface ReadWorkbook {
  /** The parts by their paths; each is well-formed, or this was not read. */
  parts: Record<string, string>
  /** The names of elements in the sheet, in order of their first appearance. */
  elements: string[]
  /** By their addresses, such as "B3". */
  cells: Record<string, ReadCell>
}

/** A text as a spreadsheet reads it out of XML (ECMA-376, ST_Xstring). */
const plainText = (text: string): string =>
  text.replace(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )

function parsed(xml: string, cells: ReadWorkbook['cells'], elements: Set<string>): void {
  const parser = new SaxesParser()
  let at = ''
  let isText = false
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    elements.add(name)
    if (name === 'c') {
      at = String(attributes.r)
      if (cells[at]) throw new Error(`Two cells at ${at}`)
      cells[at] = { type: attributes.t ?? null, style: Number(attributes.s), text: '' }
    }
    isText = name === 't' || name === 'v'
  })
  parser.on('closetag', () => {
    isText = false
  })
  parser.on('text', (text) => {
    const cell = cells[at]
    if (isText && cell) cell.text += plainText(text)
  })
  parser.write(xml).close()
}

/** What a spreadsheet reads in each `<t>` of some XML. */
export function textsOfXml(xml: string): string[] {
  const all: string[] = []
  const parser = new SaxesParser()
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name }) => {
    if (name === 't') all.push('')
  })
  parser.on('text', (text) => {
    all.push((all.pop() ?? '') + text)
  })
  parser.write(xml).close()
  return all.map(plainText)
}

/** Unzips a workbook and reads every part with a strict XML parser; throws where one is none. */
export function readWorkbook(bytes: Uint8Array): ReadWorkbook {
  const parts = Object.fromEntries(
    Object.entries(unzipSync(bytes)).map(([path, part]) => [path, strFromU8(part)]),
  )
  const cells: ReadWorkbook['cells'] = {}
  const elements = new Set<string>()
  for (const [path, xml] of Object.entries(parts))
    if (path === 'xl/worksheets/sheet1.xml') parsed(xml, cells, elements)
    else parsed(xml, {}, new Set())
  return { parts, cells, elements: [...elements] }
}
