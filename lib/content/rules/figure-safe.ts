import { fileNames, found, type Rule } from '@/lib/content/material'
import { readSvg, svgFaults } from '@/lib/content/svg'
import type { Figure } from '@/lib/domain/lesson'

const LEAST_WORDS = 10

const drawingFaults = (source: string): string[] => {
  const { elements, text, fault } = readSvg(source)
  if (fault) return svgFaults(source)
  const isWordless = !elements.some(({ name }) => name === 'text') || text.trim() === ''
  const isImage = elements[0]?.attributes.role === 'img'
  return [
    ...svgFaults(source),
    ...(isImage ? [] : ['<svg> has no role="img".']),
    ...(isWordless ? ['The drawing has no <text>: name what is drawn.'] : []),
  ]
}

const markFaults = (mark: string): string[] => {
  if (mark.trim().startsWith('<')) return svgFaults(mark)
  return /\p{L}{2}/u.test(mark) ? ['A mark is a small drawing or a sign, without words.'] : []
}

const descriptionFaults = ({ description, caption, title }: Figure): string[] => {
  const words = description.split(/\s+/).length
  return words < LEAST_WORDS || description === caption || description === title
    ? ['Tell the whole figure in words, so that nobody misses anything who cannot see it.']
    : []
}

/** A drawing holds nothing that could run, load or clash, and its content stands in words too. */
export const rule: Rule = (course) =>
  course.figures.flatMap((figure) => {
    const words = fileNames.figure(figure.id)
    const of = (file: string, path: string, messages: string[]) =>
      messages.map((message) => found(course, file, path, message))
    return [
      ...of(fileNames.drawing(figure.id), '', drawingFaults(figure.wide)),
      ...(figure.narrow === null
        ? []
        : of(fileNames.narrowDrawing(figure.id), '', drawingFaults(figure.narrow))),
      ...figure.key.flatMap(({ mark }, at) => of(words, `key.${at + 1}.mark`, markFaults(mark))),
      ...of(words, 'description', descriptionFaults(figure)),
    ]
  })
