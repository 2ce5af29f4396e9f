import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { loadCourses } from '@/lib/content/load'
import { KINDS } from '@/lib/domain/question/kind'

describe('the courses of this repository', () => {
  it('have no problem', { timeout: 30_000 }, async () => {
    const { courses, problems } = await loadCourses()
    expect(problems).toEqual([])
    expect(courses.map(({ slug }) => slug)).toContain('paris-13-january')
  })
  it('hold lessons, and a question of every kind', { timeout: 30_000 }, async () => {
    const { courses } = await loadCourses()
    const course = courses.find(({ slug }) => slug === 'paris-13-january')
    expect(course?.lessons.map(({ slug }) => slug)).toContain('the-meeting-in-paris')
    const kinds = course?.quizzes.flatMap(({ file }) => file.questions.map(({ kind }) => kind))
    expect(new Set(kinds)).toEqual(new Set(KINDS))
  })
})

describe('a folder on the disk', () => {
  let folder = ''
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'content-'))
  })
  afterAll(() => rmSync(folder, { recursive: true }))

  it('that is missing is a problem', async () => {
    const root = join(folder, 'nowhere')
    expect(await loadCourses(root)).toEqual({
      courses: [],
      problems: [{ file: root, path: '', message: 'This folder is missing.' }],
    })
  })
  it('with a file that is no text is a problem of that file, and hidden files are none', async () => {
    const course = join(folder, 'courses', 'odd')
    const lock = join(folder, 'ids.lock')
    writeFileSync(lock, '')
    await mkdir(join(course, 'lessons'), { recursive: true })
    await mkdir(join(course, '.git'), { recursive: true })
    writeFileSync(join(course, '.git', 'HEAD'), 'x')
    writeFileSync(join(course, '.DS_Store'), 'x')
    writeFileSync(join(course, 'lessons', 'first.md'), Buffer.from([0x2d, 0xff, 0xfe]))
    const { courses, problems } = await loadCourses(join(folder, 'courses'), lock)
    expect(courses).toEqual([])
    expect(problems.map(({ file, message }) => [file.slice(course.length + 1), message])).toEqual([
      ['article-prints.yaml', 'This file is missing.'],
      ['course.yaml', 'This file is missing.'],
      ['facts.yaml', 'This file is missing.'],
      ['glossary.yaml', 'This file is missing.'],
      ['lessons/first.md', 'The file cannot be read. Save it as plain text in UTF-8.'],
    ])
  })
  it('that was renamed leaves its ids without a course, which is a problem', async () => {
    const lock = join(folder, 'renamed.lock')
    const root = join(folder, 'empty')
    await mkdir(root)
    writeFileSync(lock, 'old lesson first The first\nretired gone lesson first The first\n')
    expect((await loadCourses(root, lock)).problems).toEqual([
      {
        file: 'content/ids.lock',
        path: 'old',
        message:
          'The folder of the course “old” is gone. Put it back under this name, or write “retired ” before its lines here.',
      },
    ])
  })
  it('makes the check fail with every problem by file and line', { timeout: 60_000 }, async () => {
    const course = join(folder, 'content', 'courses', 'small')
    await mkdir(course, { recursive: true })
    writeFileSync(join(course, 'course.yaml'), 'title: A course\nsumary: Short\n')
    writeFileSync(join(course, 'facts.yaml'), 'facts: []\n')
    writeFileSync(join(course, 'glossary.yaml'), 'terms: []\n')
    const script = join(process.cwd(), 'scripts', 'check-content.ts')
    const tsx = import.meta.resolve('tsx')
    const env = {
      NODE_ENV: 'test' as const,
      TSX_TSCONFIG_PATH: join(process.cwd(), 'tsconfig.json'),
    }
    const run = () =>
      execFileSync(process.execPath, ['--import', tsx, script], {
        cwd: folder,
        env,
        encoding: 'utf8',
        stdio: 'pipe',
      })
    let failure: unknown
    try {
      run()
    } catch (error) {
      failure = error
    }
    expect(failure).toMatchObject({ status: 1 })
    const stdout = String((failure as { stdout: unknown }).stdout)
    expect(stdout).toContain(
      'content/courses/small/course.yaml:2 sumary — The field “sumary” is not known here. Did you mean “summary”?',
    )
    expect(stdout.trim().split('\n').at(-1)).toBe('Content: 8 problems in 3 files.')
  })
})
