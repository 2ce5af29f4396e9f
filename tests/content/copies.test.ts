import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { copiedInto, printsOf, printsSchema } from '@/lib/content/article-prints'
import { loadCourses } from '@/lib/content/load'

const TEXT = /\.(md|yaml|json|ts|tsx|mjs|css|svg|lock|sql|prisma)$/
const files = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], {
  encoding: 'utf8',
})
  .split('\0')
  .filter((file) => TEXT.test(file) && file !== 'package-lock.json')

describe('the source article of a course', () => {
  it('is copied into no file of the repository', { timeout: 60_000 }, async () => {
    const { courses } = await loadCourses()
    for (const { slug } of courses) {
      const own = `content/courses/${slug}/article-prints.yaml`
      const prints = printsSchema.parse(parse(readFileSync(own, 'utf8')))
      const known = new Set(prints.text)
      expect(known.size).toBeGreaterThan(400)
      for (const file of files)
        expect(copiedInto(readFileSync(file, 'utf8'), known, 25).stretches, file).toEqual([])
    }
  })
  it('would be found in any file, whatever its signs and capitals', () => {
    const article = Array.from({ length: 60 }, (_, at) => `word${at}`).join(' ')
    const known = new Set(printsOf(`${article}.`).text)
    const copy = article.toUpperCase().replace(/ /g, ', ')
    expect(copiedInto(`Own words. ${copy} More own words.`, known, 25).stretches).toEqual([
      { words: 60, begins: 'word0 word1 word2 word3 word4' },
    ])
  })
})
