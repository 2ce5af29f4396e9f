import type { Page } from '@playwright/test'
import { expect, test } from '@/tests/support/browser'
import { becomeMember } from '@/tests/support/forms'
import { expectFitForAll } from '@/tests/support/inspect'

// What a role may not see answers 404, which browsers note as an error.
test.use({ allowedComplaints: [/404/] })
test.setTimeout(120_000)

/** A class of this browser's, which stays at its people; gives the address of the class. */
async function makeClass(page: Page, name: string): Promise<string> {
  await page.goto('/classes')
  await page.getByLabel('Name of the class').fill(name)
  await page.getByRole('button', { name: 'Make the class' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(name)
  const here = new URL(page.url()).pathname
  await page.getByRole('link', { name: 'People and code' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('People')
  return here
}

async function signInFirst(pupil: Page, username: string, password: string, own: string) {
  const main = pupil.getByRole('main')
  await expect(main.getByLabel('E-mail address or username')).toHaveValue(username)
  await main.getByLabel('Password', { exact: true }).fill(password)
  await main.getByRole('button', { name: 'Sign in' }).click()
  await expect(main.getByText('Choose a password of your own.')).toBeVisible()
  await main.getByLabel('Present password').fill(password)
  await main.getByLabel('New password').fill(own)
  await main.getByRole('button', { name: 'Change the password' }).click()
}

const openChange = (page: Page, name: string) =>
  page.getByRole('listitem').filter({ hasText: name }).getByText('Change', { exact: true }).click()

const region = (page: Page, name: string) => page.getByRole('region', { name, exact: true })

for (const javaScriptEnabled of [true, false]) {
  test.describe(javaScriptEnabled ? 'with JavaScript' : 'without JavaScript', () => {
    test.use({ javaScriptEnabled })

    test('a list of names becomes accounts with cards, and a pupil signs in with one', async ({
      page,
      openAs,
    }) => {
      await becomeMember(page, 'Ms Vasquez')
      const name = `Class 5a ${Date.now()}`
      const here = await makeClass(page, name)
      const mark = Date.now().toString(36)

      await test.step('a list that cannot be read is told at its field, with what was typed', async () => {
        await page.getByRole('link', { name: 'Add students from a list' }).click()
        await page.getByLabel('Names, one a line').fill('username;id\nanna;7')
        await page.getByRole('button', { name: 'Look at the list' }).click()
        await expect(page.getByText('There is no column of this name.')).toBeVisible()
        await expect(page.getByLabel('Names, one a line')).toHaveValue('username;id\nanna;7')
      })

      await test.step('what would happen is told row by row, and nothing is written', async () => {
        await page
          .getByLabel('Names, one a line')
          .fill(`Amína ${mark}\n${'x'.repeat(81)}\nJonas ${mark}`)
        await page.getByRole('button', { name: 'Look at the list' }).click()
        const plan = region(page, 'What will happen').first()
        await expect(plan).toContainText('2 new accounts; one row that is left out.')
        await expect(plan.getByRole('row', { name: /Amína/ })).toContainText(`amina.${mark}`)
        await expect(plan.getByRole('row', { name: /xxx/ })).toContainText(
          'more than 80 characters',
        )
      })

      const cards = page.getByRole('listitem').filter({ hasText: 'First password' })
      await test.step('confirmed, each pupil has a card', async () => {
        await page.getByRole('button', { name: 'Make these 2 accounts' }).click()
        await expect(page.getByRole('heading', { name: '2 accounts are made' })).toBeVisible()
        await expect(cards).toHaveCount(2)
        await expect(cards.first().getByRole('img')).toHaveAccessibleName(/sign-in page/)
        await expect(page.getByRole('button', { name: 'Print the cards' })).toHaveCount(
          javaScriptEnabled ? 1 : 0,
        )
        if (javaScriptEnabled) await expectFitForAll(page, 'the cards')
      })
      const [username = '', password = ''] = (
        await cards.first().getByRole('definition').allTextContents()
      ).slice(1)
      expect(username).toBe(`amina.${mark}`)

      await test.step('the same list again changes nothing', async () => {
        await page.goto(`${here}/people/import`)
        await page.getByLabel('Names, one a line').fill(`Jonas ${mark}\nAmína ${mark}`)
        await page.getByRole('button', { name: 'Look at the list' }).click()
        await expect(page.getByText('There is nobody to make an account for.')).toBeVisible()
        await page.goto(`${here}/people`)
        await expect(region(page, 'Students')).toContainText('2 students')
      })

      await test.step('a pupil signs in from the card, and chooses a password first', async () => {
        const pupil = await openAs('guest')
        await pupil.goto(`/sign-in?as=${username}&next=/classes`)
        await signInFirst(pupil, username, password, 'nine red balloons')
        await pupil.getByRole('link', { name }).click()
        await expect(pupil.getByText('Taught by Ms Vasquez')).toBeVisible()
      })
    })
  })
}

test('a list comes as a file of a school’s system, in the letters of an old spreadsheet', async ({
  page,
}) => {
  await becomeMember(page, 'Mr Okafor')
  const here = await makeClass(page, 'Class 6a')
  await page.goto(`${here}/people/import`)
  const mark = Date.now().toString(36)
  const file = [
    'sourcedId;status;role;username;givenName;familyName;email',
    `u1;;student;;Zo\xeb;${mark};zoe@school.example`,
    'u2;;teacher;;Eva;Keller;',
  ].join('\r\n')
  const users = { name: 'users.csv', mimeType: 'text/csv', buffer: Buffer.from(file, 'latin1') }
  await page.getByLabel('Or a file').setInputFiles(users)
  await page.getByRole('button', { name: 'Look at the list' }).click()
  const plan = region(page, 'What will happen').first()
  await expect(plan.getByRole('row', { name: /Zoë/ })).toContainText(`zoe.${mark}`)
  await expect(plan.getByRole('row', { name: /Eva/ })).toContainText('not a student')
  await page.getByRole('button', { name: 'Make this account' }).click()
  await expect(page.getByRole('heading', { name: 'One account is made' })).toBeVisible()
  await expect(page.getByText('school.example')).toHaveCount(0)
  await page.goto(`${here}/people/import`)
  const zip = { name: 'a.xlsx', mimeType: 'text/csv', buffer: Buffer.from('PK\x03\x04\x00') }
  await page.getByLabel('Or a file').setInputFiles(zip)
  await page.getByRole('button', { name: 'Look at the list' }).click()
  await expect(page.getByText('This is no text file.')).toBeVisible()
})

test('one account more, and a new first password for who forgot theirs', async ({
  page,
  openAs,
}) => {
  await becomeMember(page, 'Mr Okafor')
  await makeClass(page, 'Class 7c')
  const username = `lina.${Date.now()}`
  await page.getByLabel('Name in class').fill('Lina')
  await page.getByLabel('Username', { exact: true }).fill(username)
  await page.getByRole('button', { name: 'Make the account' }).click()
  const told = page.getByText(/can sign in as/)
  await expect(told).toContainText(`Lina can sign in as ${username} with the password`)
  const [, old = ''] = /password ([a-z2-9-]{14})\./.exec((await told.textContent()) ?? '') ?? []
  await page.getByLabel('Student', { exact: true }).selectOption(`Lina (${username})`)
  await page.getByRole('button', { name: 'Make a new password' }).click()
  const anew = region(page, 'A new first password').getByText(/can sign in as/)
  await expect(anew).toContainText(`Lina can sign in as ${username}`)
  const [, password = ''] =
    /password ([a-z2-9-]{14})\./.exec((await anew.textContent()) ?? '') ?? []
  expect(password).not.toBe(old)

  const pupil = await openAs('guest')
  await pupil.goto(`/sign-in?as=${username}&next=/classes`)
  const main = pupil.getByRole('main')
  await main.getByLabel('Password', { exact: true }).fill(old)
  await main.getByRole('button', { name: 'Sign in' }).click()
  await expect(main.getByText('do not fit together')).toBeVisible()
  await signInFirst(pupil, username, password, 'nine red balloons')
  await expect(pupil.getByRole('link', { name: 'Class 7c' })).toBeVisible()
})

test('a teacher who is unsure of the code makes a new one, and the old one is worth nothing', async ({
  page,
}) => {
  await becomeMember(page, 'Ms Brandt')
  const here = await makeClass(page, 'Class 8d')
  const share = region(page, 'Bring your students in')
  const link = share.getByRole('link', { name: /\/join\// })
  const old = (await link.getAttribute('href')) ?? ''
  await share.getByLabel('The new code opens the class for').selectOption('one day')
  await share.getByRole('button', { name: 'Make a new code' }).click()
  await expect(link).not.toHaveAttribute('href', old)
  await expect(share.getByText(/^It opens the class until/)).toBeVisible()
  const code = await share.getByText(/^[2-9A-HJ-NP-Z]{4}-[2-9A-HJ-NP-Z]{4}$/).textContent()
  await page.goto(`${here}/board`)
  await expect(page.getByText(code ?? '', { exact: true })).toBeVisible()
  await page.goto(new URL(old).pathname)
  await expect(page.getByText('No class has this code.')).toBeVisible()
})

test('a co-teacher brings students in, an observer reads, and neither ends the class', async ({
  page,
  openAs,
}) => {
  const [coteacher, observer] = [await openAs('guest'), await openAs('guest')]
  await becomeMember(page, 'Ms Vasquez')
  const ben = await becomeMember(coteacher, 'Ben')
  const olga = await becomeMember(observer, 'Olga')
  const here = await makeClass(page, 'Class 9e')
  await page.getByLabel('Name in class').fill('Lina')
  await page.getByLabel('Username', { exact: true }).fill(`lina-${Date.now()}`)
  await page.getByRole('button', { name: 'Make the account' }).click()
  const staff = region(page, 'Staff')
  for (const [email, role] of [
    ['nobody@example.org', 'Observer'],
    [ben.email, 'Co-teacher'],
    [olga.email, 'Observer'],
  ] as const) {
    await staff.getByLabel('Their e-mail address or username').fill(email)
    await staff.getByLabel('Their part').selectOption(role)
    await staff.getByRole('button', { name: 'Add them' }).click()
    if (email.startsWith('nobody'))
      await expect(staff.getByText('Nobody has an account with this')).toBeVisible()
    else
      await expect(
        staff.getByText(`${email} belongs to the staff of this class now.`),
      ).toBeVisible()
  }

  await test.step('a co-teacher changes what concerns students, and no more', async () => {
    await coteacher.goto(`${here}/people`)
    await openChange(coteacher, 'Lina')
    await coteacher.getByLabel('Extra time of Lina').selectOption('Half as much again')
    await coteacher.getByRole('button', { name: 'Save' }).click()
    await expect(region(coteacher, 'Students').getByText(/^Half as much again · /)).toBeVisible()
    await expect(region(coteacher, 'Students').getByRole('status')).toHaveText(
      'Saved for Lina: Half as much again.',
    )
    await expect(region(coteacher, 'Bring your students in')).toBeVisible()
    await expect(coteacher.getByRole('link', { name: 'Add students from a list' })).toBeVisible()
    await expect(region(coteacher, 'End of the class')).toHaveCount(0)
    await expect(coteacher.getByRole('button', { name: 'Add them' })).toHaveCount(0)
  })

  await test.step('an observer reads students and gradebook, and finds nothing to press', async () => {
    await observer.goto('/classes')
    await observer.getByRole('link', { name: 'Class 9e' }).click()
    await expect(region(observer, 'Gradebook').first()).toContainText('Lina')
    await expect(region(observer, 'Set a quiz')).toHaveCount(0)
    await observer.getByRole('link', { name: 'People and code' }).click()
    await expect(region(observer, 'Students')).toContainText('Lina')
    await expect(region(observer, 'Bring your students in')).toHaveCount(0)
    const main = observer.getByRole('main')
    await expect(main.getByRole('button')).toHaveCount(0)
    await main.getByText('Leave this class').click()
    await expect(main.getByRole('button')).toHaveText(['Leave it'])
    for (const address of [`${here}/people/import`, `${here}/board`])
      expect((await observer.goto(address))?.status(), address).toBe(404)
  })

  await test.step('the teacher ends the class after being told what that means, and reopens it', async () => {
    await page.getByText('End this class').click()
    await page.getByRole('button', { name: 'End Class 9e now' }).click()
    await expect(page.getByText(/^This class is over, since/)).toBeVisible()
    await expect(region(page, 'Bring your students in')).toHaveCount(0)
    expect((await page.goto(`${here}/people/import`))?.status()).toBe(404)
    await page.goto(`${here}/people`)
    await page.goto('/classes')
    await expect(page.getByRole('row', { name: /^Class 9e \(over\)/ })).toBeVisible()
    await page.goto(`${here}/people`)
    await page.getByRole('button', { name: 'Reopen the class' }).click()
    await expect(region(page, 'Bring your students in')).toBeVisible()
  })

  await test.step('who is taken out has lost the class', async () => {
    await openChange(page, 'Olga')
    await page.getByText('Take off the staff').filter({ visible: true }).click()
    await page.getByRole('button', { name: 'Take Olga off' }).click()
    await expect(region(page, 'Staff')).not.toContainText('Olga')
    expect((await observer.goto(here))?.status()).toBe(404)
    await openChange(page, 'Lina')
    await page.getByText('Take out of the class').click()
    await expect(page.getByText('The account and all attempts stay')).toBeVisible()
    await page.getByRole('button', { name: 'Take Lina out' }).click()
    await expect(page.getByText('No one has joined yet.')).toBeVisible()
  })
})
