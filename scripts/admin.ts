import { disconnect } from '@/lib/data/db'
import { administer } from './admin/commands'

// The part of `npm run admin` that only a server's module graph can load.
const { lines, code } = await administer(process.argv.slice(2), new Date())
for (const line of lines) console.log(line)
await disconnect()
process.exitCode = code
