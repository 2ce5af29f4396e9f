import type { CourseFile } from '@/lib/domain/course'
import type { Course, Problem } from '@/lib/domain/course-content'
import type { Figure } from '@/lib/domain/lesson'
import type { ArticlePrints } from './article-prints'
import type { LockedId } from './id-lock'

/** A course with what the rules need beside it: where everything stands, and what is missing. */
export interface Material extends Course {
  /** The course's folder, as it is told to authors. */
  folder: string
  /** Every figure of the folder, put into a lesson or not. */
  figures: Figure[]
  placed: { lesson: string; figure: string }[]
  /** All files, by their path in the folder. */
  files: readonly string[]
  /** The same files with what stands in them. */
  texts: ReadonlyMap<string, string>
  /** By which quotations are held against the source article; null where the file is missing. */
  prints: ArticlePrints | null
  /** The ids that this course has published; null where content/ids.lock is missing or wrong. */
  locked: readonly LockedId[] | null
  /** Files that gave no data: no rule blames another file for what they would hold. */
  unread: ReadonlySet<string>
  /** These and all others with a problem: none of them is known to leave something out. */
  faulty: ReadonlySet<string>
}

export type Rule = (course: Material) => Problem[]

export const fileNames = {
  course: 'course.yaml',
  facts: 'facts.yaml',
  glossary: 'glossary.yaml',
  timeline: 'timeline.yaml',
  prints: 'article-prints.yaml',
  lesson: (slug: string) => `lessons/${slug}.md`,
  quiz: (slug: string) => `quizzes/${slug}.yaml`,
  figure: (id: string) => `figures/${id}.yaml`,
  drawing: (id: string) => `figures/${id}.svg`,
  narrowDrawing: (id: string) => `figures/${id}.narrow.svg`,
}

/** A finding in one of the course's files. */
export const found = (
  course: { folder: string },
  file: string,
  path: string,
  message: string,
): Problem => ({ file: `${course.folder}/${file}`, path, message })

/** The names in one of the course's folders, without folder and ending. */
export const namesIn = (files: readonly string[], folder: string, ending: string): string[] =>
  files
    .filter((file) => file.startsWith(`${folder}/`) && file.endsWith(ending))
    .map((file) => file.slice(folder.length + 1, -ending.length))

export const lessonNames = ({ files }: Material): string[] => namesIn(files, 'lessons', '.md')
export const quizNames = ({ files }: Material): string[] => namesIn(files, 'quizzes', '.yaml')

/** Whether one of `files` lies in one of these folders, so that nothing can be said about all. */
export const isAnyIn = (files: ReadonlySet<string>, ...folders: string[]): boolean =>
  [...files].some((file) => folders.some((folder) => file.startsWith(folder)))

/** Stands in for a course.yaml that could not be read, so that the rest is still checked. */
export const UNREAD_COURSE: CourseFile = {
  title: '',
  summary: '',
  language: 'en',
  checked: '',
  article: { title: '', publisher: '', words: 1, sentences: 99 },
  topics: {},
  stages: [],
  quizzes: [],
}
