import { loadCourses } from '@/lib/content/load'
import { lessonLines, quizLines } from '@/lib/content/report'

const { courses, problems } = await loadCourses()
for (const course of courses) {
  console.log(`${course.file.title}\n\nLessons`)
  for (const line of lessonLines(course)) console.log(line)
  console.log('\nQuizzes')
  for (const quiz of course.quizzes) console.log(`${quizLines(course, quiz).join('\n')}\n`)
}
if (problems.length > 0) {
  console.log(`The content has ${problems.length} problems: npm run content:check tells them.`)
  process.exitCode = 1
}
