/** The lines in which Postgres says what is wrong, without its time stamps. */
export function lastLines(log: string): string {
  const lines = log.trim().split('\n')
  const telling = lines.filter((line) => /FATAL|PANIC|error:|could not/.test(line))
  const chosen = (telling.length > 0 ? telling : lines).slice(-2)
  return chosen.map((line) => line.replace(/^[\d-]+ [\d:.]+ \w+ \[\d+\] /, '')).join(' ')
}
