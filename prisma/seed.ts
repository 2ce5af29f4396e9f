import { hashPassword } from '@/lib/auth/password'
import { disconnect } from '@/lib/data/db'
import { recordDemo } from '@/lib/data/demo'
import { env } from '@/lib/env'
import { DEMO_QUIZZES, demo } from '@/prisma/demo/demo'

/** The demo of the embedded database; with a database of one's own this is never run. */
const password = env().demoPassword
if (!password) throw new Error('The demo accounts need DEMO_PASSWORD.')
const hashed = await hashPassword(password)
if (!hashed.ok) throw new Error('The demo password could not be hashed.')
const now = new Date()
await recordDemo(DEMO_QUIZZES, hashed.value, (quizzes) => demo(quizzes, now))
await disconnect()
