import { listCourses } from '@/lib/content/library'
import { recordDemo } from '@/lib/data/demo'
import { publishQuiz } from '@/lib/data/quizzes'
import { toVersion } from '@/lib/domain/release'
import { DEMO_QUIZZES, demo } from '@/prisma/demo/demo'

/** Publishes what the demo is about, as a start does. */
export async function publishDemoQuizzes(): Promise<void> {
  for (const course of await listCourses())
    for (const quiz of course.quizzes)
      if (DEMO_QUIZZES.includes(quiz.slug)) await publishQuiz(toVersion(course, quiz))
}

/** The demo as a first start at this instant makes it, of what is published; whether it was made. */
export const recordDemoAt = (now: Date, passwordHash = 'hash of the demo'): Promise<boolean> =>
  recordDemo(DEMO_QUIZZES, passwordHash, (quizzes) => demo(quizzes, now))
