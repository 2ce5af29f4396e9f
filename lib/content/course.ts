import type { z } from 'zod'
import {
  type CourseFile,
  courseSchema,
  factsSchema,
  glossarySchema,
  quizSchema,
  timelineSchema,
} from '@/lib/domain/course'
import type { Course, Problem } from '@/lib/domain/course-content'
import { printsSchema } from './article-prints'
import { checkCourse } from './check'
import { readFigures } from './figures'
import type { LockedId } from './id-lock'
import { readLesson } from './lesson'
import { fileNames, type Material, namesIn, UNREAD_COURSE } from './material'
import { problem } from './wording'
import { type FindLine, readYaml } from './yaml'

export interface ReadCourse {
  /** Null where course.yaml is missing or wrong; the other files are checked all the same. */
  course: Course | null
  problems: Problem[]
}

const KNOWN =
  /^(course|facts|glossary|timeline|article-prints)\.yaml$|^lessons\/[^/]+\.md$|^quizzes\/[^/]+\.yaml$|^figures\/[^/]+\.(yaml|svg)$/
const NAMED = /^([a-z]+\/)?[a-z0-9][a-z0-9-]{0,39}(\.narrow)?\.[a-z]+$/

function fileProblems(folder: string, names: readonly string[]): Problem[] {
  const missing = [fileNames.course, fileNames.facts, fileNames.glossary, fileNames.prints]
    .filter((name) => !names.includes(name))
    .map((name) => problem(`${folder}/${name}`, '', 'This file is missing.', undefined))
  const strange = names
    .filter((name) => !KNOWN.test(name) || !NAMED.test(name))
    .map((name) => {
      const message = KNOWN.test(name)
        ? 'A file name has small letters, digits and hyphens, at most 40.'
        : 'This file belongs to no course: see content/README.md for what goes where.'
      return problem(`${folder}/${name}`, '', message, undefined)
    })
  return [...missing, ...strange]
}

/** The lessons that exist in the order of the course; those it does not list come last. */
const inOrder = (file: CourseFile, existing: readonly string[]) =>
  [...new Set([...file.stages.flatMap(({ lessons }) => lessons), ...existing])].filter((slug) =>
    existing.includes(slug),
  )

export interface ReadMaterial {
  material: Material
  problems: Problem[]
  /** A rule's finding with its line, where that can be told. */
  withLine(problem: Problem): Problem
}

/** A course from the texts of its files, not yet held against the rules; see `readCourse`. */
export function readMaterial(
  slug: string,
  folder: string,
  files: ReadonlyMap<string, string>,
  lock: readonly LockedId[] | null,
): ReadMaterial {
  const names = [...files.keys()].sort()
  const problems = fileProblems(folder, names)
  const finders = new Map<string, FindLine>()
  const unread = new Set<string>()
  const yaml = <Schema extends z.ZodType>(name: string, schema: Schema) => {
    const text = files.get(name)
    const read = text === undefined ? null : readYaml(`${folder}/${name}`, text, schema)
    if (!read?.data) unread.add(name)
    if (!read) return null
    problems.push(...read.problems)
    finders.set(name, read.findLine)
    return read.data
  }

  const file = yaml(fileNames.course, courseSchema) ?? UNREAD_COURSE
  const facts = yaml(fileNames.facts, factsSchema)?.facts ?? []
  const terms = yaml(fileNames.glossary, glossarySchema)?.terms ?? []
  const timeline = files.has(fileNames.timeline) ? yaml(fileNames.timeline, timelineSchema) : null
  const events = timeline?.events ?? []
  const prints = yaml(fileNames.prints, printsSchema)
  const { figures, ...drawn } = readFigures(folder, files)
  problems.push(...drawn.problems)
  for (const [name, findLine] of drawn.finders) finders.set(name, findLine)

  const quizzes = namesIn(names, 'quizzes', '.yaml').flatMap((quiz) => {
    const data = yaml(fileNames.quiz(quiz), quizSchema)
    return data ? [{ slug: quiz, file: data }] : []
  })
  const lessons = inOrder(file, namesIn(names, 'lessons', '.md')).map((lesson) => {
    const name = fileNames.lesson(lesson)
    const sources = { facts, terms, figures }
    const read = readLesson(`${folder}/${name}`, lesson, files.get(name) ?? '', sources)
    problems.push(...read.problems)
    finders.set(name, read.findLine)
    if (!read.lesson) unread.add(name)
    return read
  })

  const inFolder = (path: string) => path.slice(folder.length + 1)
  const material: Material = {
    slug,
    folder,
    file,
    lessons: lessons.flatMap(({ lesson }) => lesson ?? []),
    quizzes,
    facts,
    terms,
    events,
    figures,
    placed: lessons.flatMap(({ slug: lesson, placed }) =>
      placed.map((figure) => ({ lesson, figure })),
    ),
    files: names,
    texts: files,
    prints,
    locked: lock?.filter(({ course }) => course === slug) ?? null,
    unread,
    faulty: new Set([...unread, ...problems.map((each) => inFolder(each.file))]),
  }
  return {
    material,
    problems,
    withLine: ({ file, path, message }) =>
      problem(file, path, message, finders.get(inFolder(file))?.(path)),
  }
}

/**
 * A course from the texts of its files. Never throws on what they say: everything that is wrong
 * comes back at once, each with file, line and words.
 *
 * @param folder the course's folder as it is named in problems
 * @param files text by path in the folder, such as `lessons/first.md`
 * @param lock the ids of all courses that have been published; null where they are not known
 */
export function readCourse(
  slug: string,
  folder: string,
  files: ReadonlyMap<string, string>,
  lock: readonly LockedId[] | null,
): ReadCourse {
  const { material, problems, withLine } = readMaterial(slug, folder, files, lock)
  const { file, lessons, quizzes, facts, terms, events } = material
  return {
    course: file === UNREAD_COURSE ? null : { slug, file, lessons, quizzes, facts, terms, events },
    problems: [...problems, ...checkCourse(material).map(withLine)],
  }
}
