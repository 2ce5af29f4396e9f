import type { TaughtClass } from '@/lib/domain/class'
import { type BookLine, type BookWeighting, lineOf } from '@/lib/domain/gradebook-report'
import type { Viewer } from '@/lib/domain/viewer'
import { findTaughtClass } from './classes'
import { eachRecords } from './records'
import { findWeighting } from './weighting'

/** The whole gradebook of a class, as files and reports write it. */
export interface Book {
  taught: TaughtClass
  weighting: BookWeighting
  /** By name, a page at a time, each read when it is wanted. */
  pages: AsyncGenerator<BookLine[]>
  /** What those did whose accounts are erased: for sums alone, read when it is wanted. */
  erased: AsyncGenerator<BookLine[]>
}

/** The gradebook of a class that the viewer teaches or observes, as it stands at `now`; else null. */
export async function findBook(viewer: Viewer, classId: string, now: Date): Promise<Book | null> {
  const taught = await findTaughtClass(viewer, classId)
  const weighting = taught && (await findWeighting(viewer, classId))
  if (!taught || !weighting) return null
  const lines = async function* (seated: 'student' | 'erased') {
    for await (const records of eachRecords(viewer, classId, seated))
      yield records.map((record) => lineOf(taught.quizzes, weighting, record, now))
  }
  return { taught, weighting, pages: lines('student'), erased: lines('erased') }
}
