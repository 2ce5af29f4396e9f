import { listCourses } from '@/lib/content/library'
import { disconnect } from '@/lib/data/db'
import { sweepPresence } from '@/lib/data/presence'
import { publishQuiz } from '@/lib/data/quizzes'
import { publishPassages } from '@/lib/data/search'
import { sweepThrottle } from '@/lib/data/throttle'
import { sweepGuests } from '@/lib/data/users'
import { toVersion } from '@/lib/domain/release'
import { searchPassages } from '@/lib/domain/search'

let changed = 0
let all = 0
for (const course of await listCourses()) {
  for (const quiz of course.quizzes) {
    all++
    if (await publishQuiz(toVersion(course, quiz))) changed++
  }
  await publishPassages(course.slug, searchPassages(course))
}
const now = new Date()
await sweepPresence(new Date(now.getTime() - 24 * 60 * 60 * 1000))
await sweepThrottle(now)
await sweepGuests(new Date(now.getTime() - 30 * 24 * 60 * 60 * 1000), now)
await disconnect()
console.log(`${all} quizzes, ${changed === 0 ? 'none changed' : `${changed} new`}`)
