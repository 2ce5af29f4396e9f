import { figureSchema, type Problem } from '@/lib/domain/course-content'
import type { Figure } from '@/lib/domain/lesson'
import { fileNames, namesIn } from './material'
import { problem } from './wording'
import { type FindLine, readYaml } from './yaml'

export interface ReadFigures {
  figures: Figure[]
  problems: Problem[]
  finders: Map<string, FindLine>
}

/** The figures of a course's folder. Each needs its words (.yaml) and its drawing (.svg). */
export function readFigures(folder: string, files: ReadonlyMap<string, string>): ReadFigures {
  const figures: Figure[] = []
  const problems: Problem[] = []
  const finders = new Map<string, FindLine>()
  const names = [...files.keys()].sort()
  const worded = namesIn(names, 'figures', '.yaml')
  for (const id of worded) {
    const name = fileNames.figure(id)
    const read = readYaml(`${folder}/${name}`, files.get(name) ?? '', figureSchema)
    finders.set(name, read.findLine)
    problems.push(...read.problems)
    const wide = files.get(fileNames.drawing(id))
    if (wide === undefined)
      problems.push(
        problem(`${folder}/${name}`, '', `The drawing ${id}.svg is missing beside this file.`, 1),
      )
    if (!read.data || wide === undefined) continue
    figures.push({
      id,
      ...read.data,
      interaction: read.data.interaction ?? null,
      wide,
      narrow: files.get(fileNames.narrowDrawing(id)) ?? null,
    })
  }
  for (const name of namesIn(names, 'figures', '.svg')) {
    const id = name.replace(/\.narrow$/, '')
    if (!worded.includes(id))
      problems.push(
        problem(
          `${folder}/figures/${name}.svg`,
          '',
          `The words of this figure, ${id}.yaml, are missing beside it.`,
          undefined,
        ),
      )
  }
  return { figures, problems, finders }
}
