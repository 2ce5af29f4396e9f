export interface SvgElement {
  name: string
  attributes: Record<string, string>
  depth: number
}
export interface SvgReading {
  elements: SvgElement[]
  /** The words between the tags. */
  text: string
  /** Why the drawing cannot be read, or null. */
  fault: string | null
}

const TAG = /^<(\/?)([A-Za-z][\w:-]*)((?:\s+[\w:-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/
const ATTRIBUTE = /([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g

/**
 * A drawing as its elements, by a deliberately small reading of XML: tags with quoted attributes and
 * text. Whatever it does not understand (comments, entities other than the five, declarations) is a
 * fault, so nothing gets past it that a browser would read otherwise.
 */
export function readSvg(source: string): SvgReading {
  const elements: SvgElement[] = []
  const open: string[] = []
  let text = ''
  let rest = source.trim()
  const end = (fault: string | null): SvgReading => ({ elements, text, fault })
  while (rest !== '') {
    if (!rest.startsWith('<')) {
      const words = rest.split('<', 1)[0] ?? ''
      if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(words))
        return end('The sign & stands alone. Write &amp;.')
      if (open.length === 0) return end('Text stands outside of <svg>.')
      text += words
      rest = rest.slice(words.length)
      continue
    }
    const tag = TAG.exec(rest)
    if (!tag) return end(`This is not understood: ${rest.slice(0, 40).split('\n')[0]}`)
    const [whole, slash, name = '', raw = '', alone] = tag
    rest = rest.slice(whole.length)
    if (slash) {
      if (open.pop() !== name) return end(`</${name}> closes what was not opened.`)
      continue
    }
    if (open.length === 0 && elements.length > 0) return end('More than one drawing in one file.')
    const attributes: Record<string, string> = {}
    for (const [, key = '', double, single] of raw.matchAll(ATTRIBUTE)) {
      if (Object.hasOwn(attributes, key)) return end(`<${name}> has “${key}” twice.`)
      attributes[key] = double ?? single ?? ''
    }
    elements.push({ name, attributes, depth: open.length })
    if (!alone) open.push(name)
  }
  if (open.length > 0) return end(`<${open.at(-1)}> is not closed.`)
  return end(elements.length === 0 ? 'There is no drawing.' : null)
}

const ELEMENTS = new Set(
  'svg g path line rect circle ellipse polyline polygon text tspan'.split(' '),
)
const ATTRIBUTES = new Set(
  `viewBox role class xmlns width height preserveAspectRatio aria-hidden focusable x y x1 y1 x2 y2 cx cy
  r rx ry d dx dy points transform pathLength fill fill-opacity fill-rule stroke stroke-width
  stroke-dasharray stroke-dashoffset stroke-linecap stroke-linejoin stroke-miterlimit stroke-opacity
  opacity vector-effect paint-order shape-rendering font-size font-weight font-style text-anchor
  dominant-baseline letter-spacing word-spacing textLength lengthAdjust rotate font-variant-numeric
  font-feature-settings xml:space`.split(/\s+/),
)
const CLASSES = new Set(['serif', 'sans', 'soft', 'halo'])
const COLOUR = /^(none|transparent|currentColor|var\(--[a-z0-9-]+\))$/
const NAMESPACE = 'http://www.w3.org/2000/svg'

function attributeFault(element: string, name: string, value: string): string | null {
  if (name === 'style')
    return 'style is not used: colours and sizes stand in attributes of their own'
  if (name === 'id') return 'id is not used: several figures share a page'
  if (/^on/i.test(name)) return `${name} would run a script`
  if (/href$|^src$/i.test(name)) return `${name} would load something from elsewhere`
  if (!ATTRIBUTES.has(name)) return `${name} is not used in figures`
  if (/url\s*\(|javascript:|data:/i.test(value)) return `${name} refers to something elsewhere`
  if (name === 'xmlns' && value !== NAMESPACE) return `xmlns is ${NAMESPACE}`
  if ((name === 'fill' || name === 'stroke') && !COLOUR.test(value))
    return `${name}="${value}" is no colour of the design: use var(--ink) and the like, or currentColor`
  if (name === 'class') {
    const strange = value.split(/\s+/).find((word) => word !== '' && !CLASSES.has(word))
    if (strange) return `class “${strange}” is none of ${[...CLASSES].join(', ')}`
    if (element !== 'text' && element !== 'tspan') return 'class stands on text alone'
  }
  return null
}

/** Everything in a drawing that has no place on our pages: an allow-list, each breach in words. */
export function svgFaults(source: string): string[] {
  const { elements, fault } = readSvg(source)
  const faults = fault ? [fault] : []
  const [root] = elements
  if (root && root.name !== 'svg') faults.push('The drawing does not begin with <svg>.')
  if (root && !root.attributes.viewBox?.trim()) faults.push('<svg> has no viewBox.')
  else if (root && !/^<svg\b[^>]*\sviewBox="0 0 \d+(\.\d+)? \d+(\.\d+)?"/.test(source.trim()))
    faults.push('Write the viewBox as viewBox="0 0 664 400": from 0 0, in double quotes.')
  for (const { name, attributes } of elements) {
    if (!ELEMENTS.has(name)) faults.push(`<${name}> is not used in figures.`)
    for (const [key, value] of Object.entries(attributes)) {
      const wrong = attributeFault(name, key, value)
      if (wrong) faults.push(`<${name}>: ${wrong}.`)
    }
  }
  return [...new Set(faults)]
}
