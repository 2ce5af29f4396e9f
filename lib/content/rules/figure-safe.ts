import { fileNames, found, type Rule } from '@/lib/content/material'
import { readSvg, svgFaults } from '@/lib/content/svg'

const drawingFaults = (source: string): string[] => {
  const { elements, text, fault } = readSvg(source)
  if (fault) return svgFaults(source)
  const isWordless = !elements.some(({ name }) => name === 'text') || text.trim() === ''
  return [
    ...svgFaults(source),
    ...(isWordless ? ['The drawing has no <text>: name what is drawn.'] : []),
  ]
}

const markFaults = (mark: string): string[] => {
  if (mark.trim().startsWith('<')) return svgFaults(mark)
  return /\p{L}{2}/u.test(mark) ? ['A mark is a small drawing or a sign, without words.'] : []
}

/** A drawing holds nothing that could run, load or clash. */
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
    ]
  })
