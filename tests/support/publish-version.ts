import { disconnect } from '@/lib/data/db'
import { publishQuiz } from '@/lib/data/quizzes'
import { quizVersionSchema } from '@/lib/domain/quiz'

// Publishes the version that comes in as JSON; a process of its own, since only servers may do it.
const parts: Buffer[] = []
for await (const part of process.stdin) parts.push(part)
await publishQuiz(quizVersionSchema.parse(JSON.parse(Buffer.concat(parts).toString('utf8'))))
await disconnect()
