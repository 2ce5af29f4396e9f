import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { jsonSchemaFiles } from '@/lib/content/json-schemas'

const folder = 'content/schemas'
const settings = JSON.parse(readFileSync('.vscode/settings.json', 'utf8'))

describe('the schemas by which editors complete content files', () => {
  it.each(jsonSchemaFiles())('$name is up to date', ({ name, text }) => {
    expect(readFileSync(`${folder}/${name}`, 'utf8')).toBe(text)
  })
  it('are these and no others', () => {
    expect(readdirSync(folder).sort()).toEqual(
      jsonSchemaFiles()
        .map(({ name }) => name)
        .sort(),
    )
  })
  it('refuse unknown fields and describe the known ones', () => {
    for (const { text } of jsonSchemaFiles())
      expect(text).toContain('"additionalProperties": false')
    expect(jsonSchemaFiles().find(({ name }) => name === 'quiz.schema.json')?.text).toContain(
      'Why the right answer is right, for everybody, after answering.',
    )
  })
  it('are named to editors for every kind of YAML file', () => {
    const named = Object.keys(settings['yaml.schemas']).map((path) => path.split('/').at(-1))
    const kinds = ['course', 'facts', 'glossary', 'quiz', 'figure']
    expect(named).toEqual(kinds.map((kind) => `${kind}.schema.json`))
  })
})
