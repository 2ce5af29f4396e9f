import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { jsonSchemaFiles } from '@/lib/content/json-schemas'

const folder = 'content/schemas'
const isCheck = process.argv.includes('--check')
const stale: string[] = []

await mkdir(folder, { recursive: true })
for (const { name, text } of jsonSchemaFiles()) {
  const path = `${folder}/${name}`
  const before = await readFile(path, 'utf8').catch(() => null)
  if (before === text) continue
  stale.push(path)
  if (!isCheck) await writeFile(path, text)
}

if (isCheck && stale.length > 0) {
  console.error(
    `Not up to date: ${stale.join(', ')}. Run scripts/content-schemas.ts without --check.`,
  )
  process.exitCode = 1
} else if (stale.length > 0) console.log(`Wrote ${stale.join(', ')}.`)
else console.log('The schemas of the content are up to date.')
