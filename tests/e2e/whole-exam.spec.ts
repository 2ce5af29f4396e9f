import { test } from '@/tests/support/browser'
import { fieldOf, savingOf } from '@/tests/support/quizzes'
import { beginSet } from '@/tests/support/school'
import {
  averageOf,
  beijing,
  claim,
  corrected,
  earned,
  endedBy,
  endsIn,
  expect,
  expectedMarks,
  expectGrades,
  give,
  giveAll,
  gradesBy,
  handInAs,
  makeClass,
  marksOf,
  minutesOf,
  minutesOn,
  NAMES,
  type Name,
  PATTERNS,
  place,
  rowOf,
  savedIn,
  savesOf,
  setThroughForm,
} from '@/tests/support/whole-exam'

// What browsers note while the network is away or a save is stopped, and when a save comes too late
// or meets a newer answer. Nothing else.
test.use({
  allowedComplaints: [/ERR_INTERNET_DISCONNECTED|ERR_FAILED|status of (409|412) .*\/responses\//],
})
test.setTimeout(900_000)
// Thirteen browsers are drawn often enough as it is.
test.use({ trace: { mode: 'retain-on-failure', screenshots: false } })

const KEPT = 'Kept on this device, will be sent'
const REASON = 'The first edition of the article named Beijing.'
const APART: readonly Name[] = ['Gus', 'Hana']
const byNames = async <Result>(work: (name: Name) => Promise<Result>, names = NAMES) =>
  Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await work(name)] as const)),
  ) as Record<Name, Result>

test('a whole exam: a teacher and twelve students at once, from setting it to putting a question right', async ({
  openAs,
}) => {
  const { teacher, classroom, students } =
    await test.step('a class is made, and twelve join it', () => makeClass(() => openAs('guest')))
  const { Ben, Dana, Emil, Fay, Gus, Hana } = students
  const setting = await test.step('the quiz is set with a limit, two attempts and dates', () =>
    setThroughForm(teacher, classroom))

  await test.step('one student has double time, and one was due long ago', async () => {
    await teacher.goto(`${classroom}/people`)
    const item = teacher.getByRole('listitem').filter({ hasText: 'Ben' })
    await item.getByText('Change', { exact: true }).click()
    await item.getByLabel('Extra time of Ben').selectOption('Twice the time')
    await item.getByRole('button', { name: 'Save' }).click()
    await expect(teacher.getByText('Saved for Ben: Twice the time.')).toBeVisible()
    await teacher.goto(`${setting}/exceptions`)
    await teacher.getByLabel('Student', { exact: true }).selectOption('Cleo')
    await teacher.getByRole('button', { name: 'Choose' }).click()
    await teacher.getByLabel('Due', { exact: true }).fill('2020-01-05T12:00')
    await teacher.getByRole('button', { name: 'Save' }).click()
    await expect(teacher.getByText(/^due .*2020/)).toBeVisible()
  })

  const loads = { count: 0 }
  await test.step('the live view knows all twelve, and nobody has begun', async () => {
    await teacher.goto(`${setting}/live`)
    await expect(teacher.getByText('Not begun')).toHaveCount(12)
    teacher.on('load', () => {
      loads.count += 1
    })
  })

  const assigned = await test.step('each student is told their own limit', async () => {
    await Ben.goto(classroom)
    await Ben.getByRole('link', { name: 'Look at it and begin' }).click()
    await expect(Ben.getByText(/^60 minutes from the moment you begin/)).toBeVisible()
    const address = new URL(Ben.url()).pathname
    await Fay.goto(address)
    await expect(Fay.getByText(/^30 minutes from the moment you begin/)).toBeVisible()
    return address
  })

  const attempts =
    await test.step('all twelve begin at once, each an attempt of their own', async () => {
      const begun = await byNames((name) => beginSet(students[name], assigned))
      expect(new Set(Object.values(begun)).size).toBe(12)
      for (const name of NAMES)
        expect(await minutesOf(begun[name]), name).toBe(name === 'Ben' ? 60 : 30)
      expect(await minutesOn(Ben)).toBeGreaterThan(30)
      return begun
    })

  await test.step('the live view shows twelve at work by itself', async () => {
    await expect(teacher.getByText('At work')).toHaveCount(12)
    expect(loads.count, 'times that it was loaded anew').toBe(0)
  })

  await test.step('all answer at once, and every answer is saved', () =>
    byNames((name) => {
      const without = { Dana: [claim], Emil: [place], Hana: [claim] }[name as string] ?? []
      return giveAll(students[name], attempts[name], PATTERNS[name][0], without)
    }))

  await test.step('what is answered offline is kept on the device, and saved once when it is back', async () => {
    await Dana.context().setOffline(true)
    await give(Dana, '+', claim)
    await expect(savingOf(Dana)).toHaveText(KEPT)
    expect(await savedIn(attempts.Dana)).not.toHaveProperty(claim.id)
    await Dana.context().setOffline(false)
    await expect(savingOf(Dana)).toHaveText(/^Saved/)
    expect(await savedIn(attempts.Dana)).toHaveProperty(claim.id, 1)
    expect(await savesOf(attempts.Dana, claim)).toBe(1)
  })

  await test.step('of two tabs the newer answer stands, and the older tab is told', async () => {
    const newer = await Emil.context().newPage()
    await newer.goto(`/attempts/${attempts.Emil}`)
    const stopped = '**/responses/**'
    await Emil.route(stopped, (route) => route.abort())
    await give(Emil, '-', place)
    await expect(savingOf(Emil)).toHaveText(KEPT)
    await give(newer, '+', place)
    await expect.poll(() => savedIn(attempts.Emil)).toHaveProperty(place.id, 1)
    await Emil.unroute(stopped)
    const field = fieldOf(Emil, place)
    await expect(
      field.getByText('This question was answered later on another screen.'),
    ).toBeVisible()
    await expect(field.getByRole('radio', { name: 'Paris' })).toBeChecked()
    expect(await savesOf(attempts.Emil, place)).toBe(1)
    await newer.close()
  })

  await test.step('ten more minutes reach the student’s clock within ten seconds, and nobody else', async () => {
    const before = await minutesOn(Fay)
    const row = rowOf(teacher, 'Fay')
    await row.getByRole('combobox', { name: 'More minutes for Fay' }).selectOption('10 min')
    await row.getByRole('button', { name: 'Give: Fay' }).click()
    await expect.poll(() => minutesOf(attempts.Fay)).toBe(40)
    await expect.poll(() => minutesOn(Fay), { timeout: 10_000 }).toBeGreaterThanOrEqual(before + 9)
    expect(await minutesOn(Fay)).toBeLessThanOrEqual(before + 10)
    expect(await minutesOf(attempts.Ada)).toBe(30)
  })

  await test.step('whose time is up is handed in by the clock, with what was saved', async () => {
    await endsIn(attempts.Gus, 12)
    await expect(Gus.getByText('Time is up. What was saved is handed in.')).toBeVisible()
    await Gus.waitForURL(`/attempts/${attempts.Gus}/result`)
    await expect(Gus.getByRole('heading', { level: 1 })).toHaveText('2 of 10 points (20 %)')
    expect(await endedBy(attempts.Gus)).toBe('clock')
  })

  await test.step('what a device sends after the end is kept, and counts once the teacher accepts it', async () => {
    await Hana.context().setOffline(true)
    await give(Hana, '+', claim)
    await expect(savingOf(Hana)).toHaveText(KEPT)
    await endsIn(attempts.Hana, 0)
    await expect.poll(() => endedBy(attempts.Hana)).toBe('clock')
    await Hana.context().setOffline(false)
    await expect(Hana.getByText('One answer came after the end.')).toBeVisible()
    expect(await marksOf(assigned)).toHaveProperty('Hana 1', '1/1 of 10')
    await expect(rowOf(teacher, 'Hana')).toContainText('Handed in by the clock')
    await teacher.goto(`${setting}/late`)
    const item = teacher.getByRole('listitem').filter({ hasText: claim.prompt })
    await expect(item).toContainText('Sent late by the device')
    await teacher.getByRole('button', { name: 'Accept what is ticked' }).click()
    await expect(teacher.getByText('One answer is decided')).toBeVisible()
    expect(await marksOf(assigned)).toHaveProperty('Hana 1', '2/1 of 10')
  })

  await test.step('all others hand in at once, and each sees their own points', () =>
    byNames(
      (name) => handInAs(students[name], PATTERNS[name][0]),
      NAMES.filter((name) => !APART.includes(name)),
    ))

  const second = await test.step('who takes a second attempt hands it in beside the first', () =>
    byNames(
      async (name) => {
        const id = await beginSet(students[name], assigned)
        const pattern = PATTERNS[name][1] ?? ''
        await giveAll(students[name], id, pattern)
        await handInAs(students[name], pattern)
        return id
      },
      NAMES.filter((name) => PATTERNS[name].length > 1),
    ))

  const marks =
    await test.step('the gradebook has the twelve grades that the answers earn, the better attempt of each, and marks who was late', async () => {
      const stored = await marksOf(assigned)
      expect(stored).toEqual(expectedMarks(earned))
      await expectGrades(teacher, classroom, gradesBy(earned))
      await expect(
        teacher.getByRole('gridcell').getByRole('img', { name: 'Handed in late' }),
      ).toHaveCount(1)
      await expect(
        rowOf(teacher, 'Cleo').getByRole('img', { name: 'Handed in late' }),
      ).toBeVisible()
      return stored
    })

  const all = NAMES.flatMap((name) =>
    PATTERNS[name].map((pattern, index) => ({
      name,
      pattern,
      attempt: index === 0 ? attempts[name] : second[name],
    })),
  )
  const gaining = all.filter(({ pattern }) => corrected(pattern) > earned(pattern))
  const keeping = all.filter(({ pattern }) => pattern.startsWith('+'))

  await test.step('before a question is put right, the teacher reads who gains and by how much, and nothing is changed', async () => {
    await teacher.goto(`${setting}/questions/${place.id}`)
    await teacher.getByRole('checkbox', { name: 'Paris' }).uncheck()
    await teacher.getByRole('checkbox', { name: beijing }).check()
    await teacher.getByLabel('What was wrong').fill(REASON)
    await teacher.getByRole('button', { name: 'Show what would change' }).click()
    await expect(teacher.getByText(`${gaining.length} attempts gain.`)).toBeVisible()
    const kept = `${keeping.length} attempts keep their mark, which would fall.`
    await expect(teacher.getByText(kept)).toBeVisible()
    const [before, after] = [averageOf(gradesBy(earned)), averageOf(gradesBy(corrected))]
    const average = `Class average: ${before} % before, ${after} % after.`
    await expect(teacher.getByText(average)).toBeVisible()
    const table = teacher.getByRole('table', { name: 'Marks that would change' })
    await expect(table.getByRole('rowheader')).toHaveText(gaining.map(({ name }) => name))
    for (const { name, pattern } of gaining) {
      const points = earned(pattern)
      await expect(rowOf(teacher, name).getByRole('cell')).toHaveText([
        `${points} of 10 (${points * 10} %)`,
        `${points + 1} of 10 (${points * 10 + 10} %)`,
        '+10 %',
      ])
    }
    expect(await marksOf(assigned)).toEqual(marks)
  })

  await test.step('applied, those marks rise, and nobody’s falls', async () => {
    await teacher.getByRole('button', { name: 'Apply' }).click()
    await expect(teacher.getByText('Applied.')).toBeVisible()
    expect(await marksOf(assigned)).toEqual(expectedMarks(corrected))
    await expectGrades(teacher, classroom, gradesBy(corrected))
  })

  await test.step('the students concerned are told why, and nobody else', async () => {
    const look = async ({ name, pattern, attempt }: (typeof all)[number]) => {
      const page = await students[name].context().newPage()
      await page.goto(`/attempts/${attempt}/result`)
      const points = earned(pattern)
      const told = page.getByText(`From ${points} of 10 to ${points + 1} of 10 points`)
      const gains = corrected(pattern) > points
      await expect(page.getByRole('heading', { level: 1 })).toContainText(
        `${corrected(pattern)} of 10 points`,
      )
      await expect(told).toHaveCount(gains ? 1 : 0)
      if (gains) await expect(told).toContainText(`Why: ${REASON}`)
      await page.close()
    }
    await Promise.all(all.map((each) => look(each)))
  })

  await test.step('taken back, every mark is exactly what it was', async () => {
    await teacher.goto(`${setting}/questions/${place.id}`)
    await teacher.getByText('Take back', { exact: true }).click()
    await teacher.getByRole('button', { name: 'Take it back' }).click()
    await expect(teacher.getByText('Marks are what they are without it.')).toBeVisible()
    expect(await marksOf(assigned)).toEqual(marks)
    await expectGrades(teacher, classroom, gradesBy(earned))
  })
})
