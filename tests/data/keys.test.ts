import { v7 as uuid } from 'uuid'
import { afterAll, expect, it } from 'vitest'
import { recordCertificate } from '@/lib/data/certificates'
import { recordCorrection } from '@/lib/data/corrections'
import { db, disconnect } from '@/lib/data/db'
import { keepLate } from '@/lib/data/late-answers'
import { decideLate } from '@/lib/data/late-decisions'
import { recordReport } from '@/lib/data/question-reports'
import { recordWeighting } from '@/lib/data/weighting'
import { handedIn, newQuiz } from '@/tests/support/attempts'
import { publishDemoQuizzes, recordDemoAt } from '@/tests/support/demo'
import { newClass, newGuest, newMember, newPupil } from '@/tests/support/people'
import { the } from '@/tests/support/the'
import { after, noon } from '@/tests/support/versions'

afterAll(disconnect)

it('gives every row that the app makes a key of UUID version 7, which grows with time', async () => {
  await publishDemoQuizzes()
  await recordDemoAt(new Date())
  const teacher = await newMember()
  const student = await newMember()
  const guest = await newGuest()
  const quiz = await newQuiz()
  const { id, assignments } = await newClass(teacher, [student], [quiz.id])
  await newPupil(teacher, id, 'Amina')
  const done = await handedIn(student, quiz, 1, { assignmentId: the(assignments[0]) })
  const given = { questionId: 'q2', value: 'true', base: 0, age: 60_000 }
  await keepLate(student, done, given, after(60_000))
  const waiting = await db().lateAnswer.findMany()
  const ids = waiting.map((each) => each.id)
  await decideLate(teacher, done, ids, true, after(60_000))
  await recordReport(student, done, 'q2', 'Unclear.', noon)
  await recordCorrection(
    teacher,
    { classId: id, quizId: quiz.id },
    { questionId: 'q2', remedy: 'full-marks', change: null, reason: 'Unclear.', mayLower: false },
    noon,
  )
  await handedIn(guest, quiz, 1, { mode: 'practice' })
  const categories = [{ id: null, name: 'Tests', weight: 1 }]
  await recordWeighting(teacher, id, {
    ...{ missing: 'ignored', otherWeight: 1, categories, assignments: [] },
  })

  await recordCertificate(student, {
    ...{ id: uuid(), courseSlug: 'course', courseTitle: 'A course', name: 'Ada' },
    ...{ issuedAt: noon, credential: 'signed' },
  })

  const keys = await db().$queryRaw<{ table: string; column: string }[]>`
    select c.table_name as table, c.column_name as column
    from information_schema.table_constraints t
    join information_schema.key_column_usage k using (constraint_schema, constraint_name)
    join information_schema.columns c
      on c.table_schema = k.table_schema and c.table_name = k.table_name and c.column_name = k.column_name
    where t.constraint_type = 'PRIMARY KEY' and c.data_type = 'uuid' and c.table_schema = 'public'
    order by 1, 2`
  expect(keys.map(({ table, column }) => `${table}.${column}`)).toEqual(
    expect.arrayContaining([
      'Assignment.id',
      'Attempt.id',
      'Class.id',
      'Quiz.id',
      'QuizVersion.id',
      'User.id',
    ]),
  )
  // Their keys are those of users, classes, assignments and attempts, which are looked at already.
  const borrowed = [
    ...[
      'LessonRead',
      'Exception',
      'Presence',
      'Override',
      'GradeComment',
      'AttemptTally',
      'Rollup',
    ],
    ...['GradebookRow', 'GradebookCell', 'GradebookMark'],
    ...['StudySettings', 'LessonPlace', 'ReviewCard'],
  ]
  for (const { table, column } of keys.filter((key) => !borrowed.includes(key.table))) {
    const rows = await db().$queryRawUnsafe<{ key: string }[]>(
      `select "${column}"::text as key from "${table}"`,
    )
    expect(rows, table).not.toHaveLength(0)
    for (const { key } of rows) expect(key, table).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-7/)
  }
}, 60_000)
