import { randomBytes } from 'node:crypto'
import { freshDatabase } from './database'

// Each data test file begins on a migrated database of its own; lib/env reads these once per file.
process.env.DATABASE_URL = await freshDatabase()
process.env.NEXTAUTH_SECRET = randomBytes(32).toString('hex')
process.env.NEXTAUTH_URL = 'http://localhost:3000'
