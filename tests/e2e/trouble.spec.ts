import { expect, test } from '@/tests/support/browser'
import { becomeMember } from '@/tests/support/forms'
import { COURSE } from '@/tests/support/quizzes'

test.use({ allowedComplaints: [/404/] })

test('the health page says that database and content are ready', async ({ request }) => {
  const answer = await request.get('/api/health')
  expect(answer.status()).toBe(200)
  expect(answer.headers()['content-type']).toMatch(/^application\/json/)
  expect(await answer.json()).toEqual({ status: 'ready', database: true, content: true })
})

const NOWHERE = ['/nowhere', '/courses/nothing', `${COURSE}/lessons/x`, `${COURSE}/quizzes/x`]

for (const address of [...NOWHERE, '/about/nothing', '/attempts/1', '/attempts/1/result'])
  test(`${address} says calmly that there is nothing here`, async ({ page }) => {
    const answer = await page.goto(address)
    expect(answer?.status()).toBe(404)
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('There is nothing here')
    await page.getByRole('link', { name: 'To the start page' }).click()
    await expect(page).toHaveURL('/')
  })

test('what a form cannot take is said at its field, and what was typed stays', async ({ page }) => {
  const main = page.getByRole('main')
  await page.goto('/sign-up')
  await main.getByLabel('E-mail address').fill('amina at example')
  await main.getByLabel('New password').fill('1234567')
  await main.getByRole('button', { name: 'Make the account' }).click()
  await expect(main.getByLabel('Your name')).toHaveAccessibleDescription(
    /^Please write a name of 1 to 80 characters\./,
  )
  await expect(main.getByLabel('E-mail address')).toHaveAccessibleDescription(
    'Write an e-mail address such as amina@example.org.',
  )
  await expect(main.getByLabel('New password')).toHaveAccessibleDescription(
    /^Use at least 8 characters\./,
  )
  await expect(main.getByLabel('E-mail address')).toHaveValue('amina at example')
  await expect(main.getByLabel('New password')).toHaveValue('')
})

test('an address that has an account already is told so', async ({ page, openAs }) => {
  const { email } = await becomeMember(page, 'Sami')
  const other = await openAs('guest')
  await other.goto('/sign-up')
  const main = other.getByRole('main')
  await main.getByLabel('Your name').fill('Sami')
  await main.getByLabel('E-mail address').fill(` ${email.toUpperCase()} `)
  await main.getByLabel('New password').fill('seven green submarines')
  await main.getByRole('button', { name: 'Make the account' }).click()
  await expect(other.getByText('There is an account with this address already.')).toBeVisible()
})

test('a code that is none, and one that no class has, are told apart', async ({ page }) => {
  await page.goto('/join')
  const field = page.getByLabel('Class code')
  await field.fill('K7')
  await page.getByRole('button', { name: 'Go to the class' }).click()
  await expect(field).toHaveAccessibleDescription(/^A code has eight letters and digits/)
  await expect(field).toHaveValue('K7')
  await field.fill('2222-2222')
  await page.getByRole('button', { name: 'Go to the class' }).click()
  await expect(field).toHaveAccessibleDescription(/^No class has this code\./)
})
