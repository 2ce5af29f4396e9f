import { expect, test } from '@/tests/support/browser'
import { becomeMember } from '@/tests/support/forms'
import { beginSet, schoolWith } from '@/tests/support/school'
import { query } from '@/tests/support/served'

test.setTimeout(90_000)

const count = async (sql: string, ...values: string[]) =>
  (await query<{ count: number }>(`select count(*)::int as count from ${sql}`, values))[0]?.count

test('a button that is pressed twice does its work once', async ({ openAs }) => {
  const pages = [await openAs('guest'), await openAs('guest')] as const
  const school = await schoolWith([...pages], { minutes: '30' })
  const { teacher, student, setting, assigned, secret } = school
  const classId = school.classroom.split('/').at(-1) ?? ''

  await test.step('a class is made', async () => {
    const maker = await openAs('guest')
    await becomeMember(maker, `Maker ${secret}`)
    await maker.goto('/classes')
    await maker.getByLabel('Name of the class').fill(`Twice ${secret}`)
    await maker.getByRole('button', { name: /Make/ }).dblclick()
    await maker.waitForURL(/\/classes\/[0-9a-f-]{36}$/)
    expect(await count('"Class" where name = $1', `Twice ${secret}`)).toBe(1)
  })

  await test.step('a student gets more time', async () => {
    const attempt = await beginSet(student, assigned)
    await teacher.goto(`${setting}/live`)
    await teacher.getByRole('button', { name: /^Give: / }).dblclick()
    await expect(teacher.getByText('35 min left')).toBeVisible()
    const given = `"AttemptEvent" where "attemptId" = $1::uuid and kind = 'extended'`
    expect(await count(given, attempt)).toBe(1)
    await student.goto(`/attempts/${attempt}/review`)
    await student.getByRole('button', { name: 'Hand in', exact: true }).dblclick()
    await student.waitForURL(/\/result/)
    const handed = `"AttemptEvent" where "attemptId" = $1::uuid and kind = 'submitted'`
    expect(await count(handed, attempt)).toBe(1)
  })

  await test.step('a new code is made, which is one', async () => {
    await teacher.goto(`${school.classroom}/people`)
    await teacher.getByRole('button', { name: 'Make a new code' }).dblclick()
    await expect(teacher.getByRole('heading', { level: 1, name: 'People' })).toBeVisible()
    expect(await count('"Class" where id = $1::uuid', classId)).toBe(1)
  })
})
