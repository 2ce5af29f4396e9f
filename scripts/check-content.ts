import { loadCourses } from '@/lib/content/load'
import { lessonLines } from '@/lib/content/report'
import type { Problem } from '@/lib/domain/course-content'

const plural = (n: number, noun: string) => `${n} ${noun}${n === 1 ? '' : 's'}`

const line = ({ file, line, path, message }: Problem) =>
  `  ${file}${line === undefined ? '' : `:${line}`}${path === '' ? '' : ` ${path}`} — ${message}`

const { courses, problems } = await loadCourses()
const byFile = new Map<string, Problem[]>()
for (const problem of problems)
  byFile.set(problem.file, [...(byFile.get(problem.file) ?? []), problem])

for (const [file, found] of byFile) {
  console.log(`${file}: ${plural(found.length, 'problem')}`)
  for (const problem of found) console.log(line(problem))
  console.log('')
}
for (const course of courses) for (const line of lessonLines(course)) console.log(line)
const lessons = courses.reduce((n, course) => n + course.lessons.length, 0)
const questions = courses
  .flatMap(({ quizzes }) => quizzes)
  .reduce((n, { file }) => n + file.questions.length, 0)
console.log(
  problems.length === 0
    ? `Content: no problem in ${plural(courses.length, 'course')}, ${plural(lessons, 'lesson')}, ${plural(questions, 'question')}.`
    : `Content: ${plural(problems.length, 'problem')} in ${plural(byFile.size, 'file')}.`,
)
if (problems.length > 0) process.exitCode = 1
