import { crc32, deflateSync, inflateSync } from 'node:zlib'

const SIGNATURE = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10])
const TRUECOLOUR = 2
const INDEXED = 3

/**
 * A picture of flat colours and text in fewer bytes: the same PNG with a palette. Frequent colours
 * stay exactly as they are, rare ones (the edges of letters) become the nearest frequent one.
 *
 * @param png 8 bits a channel, red, green and blue, not interlaced, as browsers write screenshots;
 *   throws on any other
 * @param colours how many the palette has, 2 to 256
 */
export function withPalette(png: Buffer, colours: number): Buffer {
  const { header, data } = read(png)
  const width = header.readUInt32BE(0)
  const height = header.readUInt32BE(4)
  if (header[8] !== 8 || header[9] !== TRUECOLOUR || header[12] !== 0)
    throw new Error('Only plain PNGs in true colour can be given a palette.')
  const pixels = unfilter(inflateSync(data), width, height)
  const palette = frequent(pixels, colours)
  const rows = index(pixels, palette, width, height)
  const newHeader = Buffer.from(header)
  newHeader[9] = INDEXED
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', newHeader),
    chunk('PLTE', Buffer.from(palette.flatMap((rgb) => [rgb >> 16, (rgb >> 8) & 255, rgb & 255]))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function read(png: Buffer): { header: Buffer; data: Buffer } {
  const parts: Buffer[] = []
  let header: Buffer = Buffer.alloc(13)
  for (let at = SIGNATURE.length; at < png.length; ) {
    const length = png.readUInt32BE(at)
    const type = png.toString('latin1', at + 4, at + 8)
    const body = png.subarray(at + 8, at + 8 + length)
    if (type === 'IHDR') header = body
    if (type === 'IDAT') parts.push(body)
    at += length + 12
  }
  return { header, data: Buffer.concat(parts) }
}

function chunk(type: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const out = Buffer.alloc(named.length + 8)
  out.writeUInt32BE(body.length, 0)
  named.copy(out, 4)
  out.writeUInt32BE(crc32(named), named.length + 4)
  return out
}

/** The predictions of PNG's five filters, from the bytes to the left, above, and above left. */
const predict: ((left: number, up: number, corner: number) => number)[] = [
  () => 0,
  (left) => left,
  (_left, up) => up,
  (left, up) => (left + up) >> 1,
  (left, up, corner) => {
    const [a, b, c] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs)
    if ((a ?? 0) <= (b ?? 0) && (a ?? 0) <= (c ?? 0)) return left
    return (b ?? 0) <= (c ?? 0) ? up : corner
  },
]

function unfilter(raw: Buffer, width: number, height: number): Uint32Array {
  const stride = width * 3
  const bytes = Buffer.alloc(stride * height)
  for (let y = 0; y < height; y++) {
    const filter = predict[raw[y * (stride + 1)] ?? 0]
    if (!filter) throw new Error('This PNG is damaged.')
    for (let x = 0; x < stride; x++) {
      const to = y * stride + x
      const left = x < 3 ? 0 : (bytes[to - 3] ?? 0)
      const up = y === 0 ? 0 : (bytes[to - stride] ?? 0)
      const corner = x < 3 || y === 0 ? 0 : (bytes[to - stride - 3] ?? 0)
      bytes[to] = (raw[y * (stride + 1) + 1 + x] ?? 0) + filter(left, up, corner)
    }
  }
  return Uint32Array.from({ length: width * height }, (_, at) => bytes.readUIntBE(at * 3, 3))
}

function frequent(pixels: Uint32Array, colours: number): number[] {
  const counts = new Map<number, number>()
  for (const rgb of pixels) counts.set(rgb, (counts.get(rgb) ?? 0) + 1)
  return [...counts]
    .sort(([a, m], [b, n]) => n - m || a - b)
    .slice(0, colours)
    .map(([rgb]) => rgb)
}

const distance = (a: number, b: number) =>
  [16, 8, 0].reduce((sum, shift) => sum + (((a >> shift) & 255) - ((b >> shift) & 255)) ** 2, 0)

function index(pixels: Uint32Array, palette: number[], width: number, height: number): Buffer {
  const places = new Map(palette.map((rgb, place) => [rgb, place]))
  const rows = Buffer.alloc((width + 1) * height)
  pixels.forEach((rgb, at) => {
    let place = places.get(rgb)
    if (place === undefined) {
      const nearest = palette.reduce((best, each) =>
        distance(each, rgb) < distance(best, rgb) ? each : best,
      )
      place = palette.indexOf(nearest)
      places.set(rgb, place)
    }
    rows[Math.floor(at / width) * (width + 1) + 1 + (at % width)] = place
  })
  return rows
}
