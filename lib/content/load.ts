import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Course, Problem } from '@/lib/domain/course-content'
import { readCourse } from './course'
import { LOCK_FILE, type LockedId, readLock } from './id-lock'
import { problem } from './wording'

const isHidden = (path: string) => path.split('/').some((name) => name.startsWith('.'))
const decoder = new TextDecoder('utf-8', { fatal: true })

async function readFolder(folder: string) {
  const files = new Map<string, string>()
  const problems: Problem[] = []
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  for (const entry of entries) {
    if (entry.isDirectory()) continue
    const path = join(entry.parentPath, entry.name).slice(join(folder, '/').length)
    const name = path.replaceAll('\\', '/')
    if (isHidden(name)) continue
    try {
      files.set(name, decoder.decode(await readFile(join(folder, name))))
    } catch {
      files.set(name, '')
      const message = 'The file cannot be read. Save it as plain text in UTF-8.'
      problems.push(problem(`${folder}/${name}`, '', message, undefined))
    }
  }
  return { files, problems }
}

async function readLockFile(file: string) {
  try {
    return readLock(decoder.decode(await readFile(/*turbopackIgnore: true*/ file)))
  } catch {
    const message = 'This file is missing or cannot be read. Run: npm run content:ids'
    return { ids: null, problems: [problem(file, '', message, undefined)] }
  }
}

/** Courses of the lock whose folder is not there any more, or has another name now. */
function coursesGone(locked: readonly LockedId[], slugs: readonly string[]): Problem[] {
  const inUse = locked.filter(({ isRetired }) => !isRetired).map(({ course }) => course)
  return [...new Set(inUse)]
    .filter((course) => !slugs.includes(course))
    .map((course) => {
      const message = `The folder of the course “${course}” is gone. Put it back under this name, or write “retired ” before its lines here.`
      return problem(LOCK_FILE, course, message, undefined)
    })
}

const order = (a: Problem, b: Problem) =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : (a.line ?? 0) - (b.line ?? 0)

/**
 * Every course of the content folder, and every problem of all of them at once, sorted by file and
 * line. Nothing that stands in a file makes it throw; a course whose course.yaml is wrong is left
 * out of `courses`, so publish only where `problems` is empty.
 */
export async function loadCourses(
  root = 'content/courses',
  lockFile = LOCK_FILE,
): Promise<{ courses: Course[]; problems: Problem[] }> {
  let slugs: string[]
  try {
    const entries = await readdir(/*turbopackIgnore: true*/ root, { withFileTypes: true })
    slugs = entries
      .filter((entry) => entry.isDirectory() && !isHidden(entry.name))
      .map(({ name }) => name)
      .sort()
  } catch {
    return { courses: [], problems: [problem(root, '', 'This folder is missing.', undefined)] }
  }
  const courses: Course[] = []
  const lock = await readLockFile(lockFile)
  const problems: Problem[] = [...lock.problems, ...coursesGone(lock.ids ?? [], slugs)]
  for (const slug of slugs) {
    const folder = `${root}/${slug}`
    const read = await readFolder(folder)
    const { course, problems: found } = readCourse(slug, folder, read.files, lock.ids)
    const unreadable = new Set(read.problems.map(({ file }) => file))
    problems.push(...read.problems, ...found.filter(({ file }) => !unreadable.has(file)))
    if (course) courses.push(course)
  }
  return { courses, problems: problems.sort(order) }
}
