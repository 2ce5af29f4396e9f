import { fileNames, found, type Rule } from '@/lib/content/material'

const sizeOf = (svg: string): [number, number] => {
  const [, , width = 0, height = 0] = (/viewBox="([^"]*)"/.exec(svg)?.[1] ?? '')
    .split(/[\s,]+/)
    .map(Number)
  return [width, height]
}

const isInside = ([x, y]: [number, number], svg: string) => {
  const [width, height] = sizeOf(svg)
  return x >= 0 && y >= 0 && x <= width && y <= height
}

/** A figure that answers its reader has both drawings, and its steps lie inside them. */
export const rule: Rule = (course) =>
  course.figures.flatMap(({ id, interaction, steps, wide, narrow }) => {
    const said = (path: string, message: string) =>
      found(course, fileNames.figure(id), path, message)
    const isStepped = interaction === 'steps'
    return [
      ...(interaction && narrow === null
        ? [said('interaction', `This needs a narrow drawing as well: ${id}.narrow.svg.`)]
        : []),
      ...(isStepped && steps.length < 2
        ? [said('interaction', 'Going step by step takes two steps at least.')]
        : []),
      ...(!isStepped && steps.length > 0
        ? [said('steps', 'Steps are told by “interaction: steps” alone.')]
        : []),
      ...steps.flatMap((step, at) =>
        isInside(step.wide, wide) && (narrow === null || isInside(step.narrow, narrow))
          ? []
          : [said(`steps.${at + 1}`, 'This place lies outside of the drawing.')],
      ),
    ]
  })
