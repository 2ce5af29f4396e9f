import type { Course } from '@/lib/domain/course-content'
import type { Lesson } from '@/lib/domain/lesson'
import { loadCourses } from './load'

let library: Promise<Course[]> | undefined

/**
 * All courses, read once in this process: content changes with the sources, and these with a start.
 * Throws when the content has problems, which the content check tells in words.
 */
export function listCourses(): Promise<Course[]> {
  library ??= loadCourses().then(({ courses, problems }) => {
    const [first] = problems
    if (first) throw new Error(`${first.file}: ${first.message}`)
    return courses
  })
  return library
}

export async function findCourse(slug: string): Promise<Course | null> {
  return (await listCourses()).find((course) => course.slug === slug) ?? null
}

export interface PlacedLesson {
  course: Course
  lesson: Lesson
  /** From 1. */
  number: number
  previous: Lesson | null
  next: Lesson | null
}

export async function findLesson(courseSlug: string, slug: string): Promise<PlacedLesson | null> {
  const course = await findCourse(courseSlug)
  const at = course?.lessons.findIndex((lesson) => lesson.slug === slug) ?? -1
  const lesson = course?.lessons[at]
  if (!course || !lesson) return null
  const previous = course.lessons[at - 1] ?? null
  return { course, lesson, number: at + 1, previous, next: course.lessons[at + 1] ?? null }
}
