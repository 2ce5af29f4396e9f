import { readFile, writeFile } from 'node:fs/promises'
import { idsOf, LOCK_FILE, mergeLock, printLock, readLock } from '@/lib/content/id-lock'
import { loadCourses } from '@/lib/content/load'

const args = process.argv.slice(2)
const same = args.flatMap((arg, at) => (arg === '--same' ? (args[at + 1] ?? []) : []))
const text = await readFile(LOCK_FILE, 'utf8').catch(() => '')
const { ids, problems } = readLock(text)
if (!ids) {
  for (const { file, line, message } of problems) console.error(`${file}:${line} — ${message}`)
  process.exitCode = 1
} else {
  const read = await loadCourses()
  const others = read.problems.filter(({ file }) => file !== LOCK_FILE)
  if (others.length > 0) {
    // Ids of what is not right yet may still change; what is locked may not.
    console.error('Nothing was locked. Mend first what “npm run content:check” finds:')
    for (const { file, line, message } of others.slice(0, 5))
      console.error(`${file}:${line ?? 1} — ${message}`)
    process.exitCode = 1
  } else {
    const merged = mergeLock(ids, read.courses.flatMap(idsOf), same)
    await writeFile(LOCK_FILE, printLock(merged))
    console.log(`${LOCK_FILE}: ${merged.length - ids.length} new, ${merged.length} in all`)
  }
}
