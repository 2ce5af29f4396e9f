import { z } from 'zod'
import {
  courseSchema,
  factsSchema,
  glossarySchema,
  lessonSchema,
  quizSchema,
  timelineSchema,
} from '@/lib/domain/course'
import { figureSchema } from '@/lib/domain/course-content'

const schemas = {
  course: courseSchema,
  facts: factsSchema,
  glossary: glossarySchema,
  timeline: timelineSchema,
  quiz: quizSchema,
  figure: figureSchema,
  lesson: lessonSchema,
}

const WIDTH = 100
const isScalar = (value: unknown) => typeof value !== 'object' || value === null

/** JSON laid out as the formatter of this repository lays it out: short lists stand on one line. */
function print(value: unknown, indent: string, before: number): string {
  if (isScalar(value)) return JSON.stringify(value)
  const inner = `${indent}  `
  if (Array.isArray(value)) {
    const line = `[${value.map((item) => JSON.stringify(item)).join(', ')}]`
    if (value.every(isScalar) && before + line.length < WIDTH) return line
    const items = value.map((item) => `${inner}${print(item, inner, inner.length)}`)
    return `[\n${items.join(',\n')}\n${indent}]`
  }
  const fields = Object.entries(value as object).map(([key, item]) => {
    const start = `${inner}${JSON.stringify(key)}: `
    return start + print(item, inner, start.length)
  })
  return fields.length === 0 ? '{}' : `{\n${fields.join(',\n')}\n${indent}}`
}

/** The JSON Schemas by which editors complete and check content files: file name and text. */
export const jsonSchemaFiles = (): { name: string; text: string }[] =>
  Object.entries(schemas).map(([kind, schema]) => ({
    name: `${kind}.schema.json`,
    text: `${print(z.toJSONSchema(schema, { io: 'input' }), '', 0)}\n`,
  }))
