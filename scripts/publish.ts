import { listCourses } from '@/lib/content/library'
import { disconnect } from '@/lib/data/db'
import { publishQuiz } from '@/lib/data/quizzes'
import { sweepThrottle } from '@/lib/data/throttle'
import { toVersion } from '@/lib/domain/release'

let changed = 0
let all = 0
for (const course of await listCourses()) {
  for (const quiz of course.quizzes) {
    all++
    if (await publishQuiz(toVersion(course, quiz))) changed++
  }
}
await sweepThrottle(new Date())
await disconnect()
console.log(`${all} quizzes, ${changed === 0 ? 'none changed' : `${changed} new`}`)
