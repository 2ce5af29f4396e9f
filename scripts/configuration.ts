// Writes the table of README from the schema of the configuration; with --check it only compares.
import { readFileSync, writeFileSync } from 'node:fs'
import { listVariables } from '@/lib/env'

/** What only commands beside the application read. */
const BESIDE = [
  {
    name: 'CHROMIUM_PATH',
    usual: 'the first that is found',
    meaning: 'the browser for `npm test` and `npm run screenshots`',
  },
]
const [FROM, TO] = ['<!-- configuration -->', '<!-- /configuration -->']

const readme = readFileSync('README.md', 'utf8')
const table = [
  '| Variable | Default | Meaning |',
  '| --- | --- | --- |',
  ...[...listVariables(), ...BESIDE].map(
    ({ name, usual, meaning }) => `| \`${name}\` | ${usual} | ${meaning} |`,
  ),
].join('\n')
const [before, rest = ''] = readme.split(FROM)
const after = rest.split(TO)[1]
if (after === undefined) throw new Error(`README has no place for it: ${FROM} … ${TO}`)
const written = `${before}${FROM}\n${table}\n${TO}${after}`
if (written === readme) console.log('The table of the configuration is up to date.')
else if (process.argv.includes('--check')) {
  console.error('README does not list the configuration as it is: run "npm run configuration".')
  process.exitCode = 1
} else writeFileSync('README.md', written)
