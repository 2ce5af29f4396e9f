import { readFile, writeFile } from 'node:fs/promises'
import { printsOf } from '@/lib/content/article-prints'

const [course, file] = process.argv.slice(2)
if (!course || !file) {
  console.error('Usage: npm run content:article -- COURSE FILE (the source as plain text)')
  process.exitCode = 1
} else {
  const { sentences, text } = printsOf(await readFile(file, 'utf8'))
  const list = (hashes: readonly string[], indent: string) =>
    hashes.map((hash) => `${indent}- '${hash}'\n`).join('')
  const yaml = [
    '# Hashes of every five words that follow each other in the source article, by which quotations are\n',
    '# checked and copies are found. Made by “npm run content:article”; the text itself is not kept.\n',
    'sentences:\n',
    ...Object.entries(sentences).map(([id, hashes]) => `  ${id}:\n${list(hashes, '    ')}`),
    'text:\n',
    list(text, '  '),
  ].join('')
  const target = `content/courses/${course}/article-prints.yaml`
  await writeFile(target, yaml)
  console.log(`${target}: ${Object.keys(sentences).length} sentences, ${text.length} runs`)
}
