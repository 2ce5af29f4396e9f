import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { refuseOldNode } from '@/scripts/start/node-version.mjs'

it.each(['18.20.4', '20.18.1', '16.0.0'])('refuses Node %s in one sentence', (version) => {
  expect(refuseOldNode(version)).toMatch(
    /^Rendezvous needs Node 20\.19 or newer, and this is .*\.$/,
  )
})

it.each(['20.19.0', '20.20.2', '22.0.0', '26.1.0'])('accepts Node %s', (version) => {
  expect(refuseOldNode(version)).toBe('')
})

it.each(['start', 'dev', 'test'])('%s.mjs loads nothing newer before the check', (name) => {
  const text = readFileSync(`scripts/${name}.mjs`, 'utf8')
  expect(text.match(/^import .*$/gm)).toEqual([
    "import { refuseOldNode } from './start/node-version.mjs'",
  ])
  expect(text).not.toMatch(/\?\.|\?\?|^await/m)
})
