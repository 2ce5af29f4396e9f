import { allRight, daysLater, takeUp, userOf } from '@/tests/support/alone'
import { expect, test } from '@/tests/support/browser'
import { becomeMember, signInAs } from '@/tests/support/forms'
import { expectFitForAll } from '@/tests/support/inspect'
import {
  answerRight,
  begin,
  COURSE,
  fieldOf,
  handIn,
  QUIZ,
  questionsOf,
} from '@/tests/support/quizzes'

test.setTimeout(120_000)

test('what was answered in a quiz comes back, in another order, and says when it comes again', async ({
  page,
}) => {
  const person = await becomeMember(page, 'Rhea')
  await begin(page, QUIZ, 'practice')
  await handIn(page, 'practice')
  await page.goto('/review')
  await expect(page.getByText('Nothing comes back yet.')).toBeVisible()

  await allRight(await userOf(person), 30)
  await page.goto('/review')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Today’s review')
  await expect(page.getByText('0 of 20 done')).toBeVisible()
  await expectFitForAll(page, 'a question that comes back')
  const all = ['the-meeting-in-paris', 'who-is-at-the-table', 'einstein-probe', 'smile']
    .concat([
      'change-6-and-nils',
      'telemetry-and-tracking',
      'safety-and-observation',
      'why-cooperate',
    ])
    .flatMap((quiz) => questionsOf(`${COURSE}/quizzes/${quiz}`))
  const asked = async () => {
    const prompt = await page.locator('.stem').textContent()
    const question = all.find((each) => each.prompt.trim() === prompt?.trim())
    if (!question) throw new Error(`Unknown question: ${prompt}`)
    return question
  }

  await test.step('right at once: it comes back later, and later still if it was easy', async () => {
    const question = await asked()
    await answerRight(page, question)
    await expect(page.getByText(question.explanation)).toHaveCount(0)
    await page.getByRole('button', { name: 'Check', exact: true }).click()
    await expect(page.getByRole('heading', { level: 3 }).first()).toContainText('Right')
    await expect(page.getByText(question.explanation)).toBeVisible()
    await expect(page.getByRole('link', { name: 'Open in the lesson' }).first()).toBeVisible()
    await expect(page.getByText(/^Right at once: .* That is on /)).toBeVisible()
    await page.getByRole('button', { name: 'That was easy' }).click()
    await expect(page.getByText(/^You said that it was easy/)).toBeVisible()
    await expectFitForAll(page, 'a reviewed question')
    await page.getByRole('link', { name: 'Next question' }).click()
    await expect(page.getByText('1 of 20 done')).toBeVisible()
  })

  await test.step('given up: the answer is shown and it comes back soon', async () => {
    const question = await asked()
    await page.getByRole('button', { name: 'I don’t know' }).click()
    await expect(page.getByText(question.explanation)).toBeVisible()
    await expect(page.getByText(/^It comes back soon/)).toBeVisible()
    await page.getByRole('link', { name: 'Next question' }).click()
  })

  await test.step('nothing answered: it says so and nothing is lost', async () => {
    await page.getByRole('button', { name: 'Check', exact: true }).click()
    await expect(page.getByText('Nothing is answered yet.')).toBeVisible()
    await expect(page.getByText('2 of 20 done')).toBeVisible()
  })

  await test.step('another device goes on with the same question', async () => {
    await page.goto('/review')
    const here = await page.locator('.stem').textContent()
    const options = await page.locator('.qfield').textContent()
    const other = await page.context().browser()?.newContext()
    const device = await other?.newPage()
    if (!other || !device) throw new Error('There is no second browser')
    await signInAs(device, person)
    await device.goto('/review')
    await expect(device.locator('.stem')).toHaveText(here ?? '')
    expect(await device.locator('.qfield').textContent()).toBe(options)
    await other.close()
  })
})

test('a wrong first answer opens a second try, which counts for less', async ({ page }) => {
  const person = await becomeMember(page, 'Second')
  const id = await userOf(person)
  await begin(page, QUIZ, 'practice')
  const [first] = questionsOf(QUIZ)
  if (!first) throw new Error('The quiz is empty')
  await fieldOf(page, first).getByRole('radio').first().check()
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  await expect(page.getByText(first.explanation)).toBeVisible()
  await takeUp(page)
  await daysLater(id, 9)
  await page.goto('/review')
  const options = page.locator('.qfield').getByRole('radio')
  const right =
    first.kind === 'single-choice' ? first.options.find((each) => each.id === first.key) : null
  const wrong =
    first.kind === 'single-choice' ? first.options.find((each) => each.id !== first.key) : null
  await expect(options.first()).toBeVisible()
  await page.getByRole('radio', { name: wrong?.text ?? '' }).check()
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Not right yet.' })).toBeVisible()
  await expect(page.getByText(first.explanation)).toHaveCount(0)
  await expectFitForAll(page, 'a second try')
  await page.getByRole('radio', { name: right?.text ?? '' }).check()
  await page.getByRole('button', { name: 'Try again' }).click()
  await expect(page.getByText('at the second try', { exact: true })).toBeVisible()
  await page.getByRole('link', { name: 'Finish' }).click()
  await expect(page.getByRole('heading', { name: 'That was today’s review.' })).toBeVisible()
  await expect(page.getByRole('row', { name: /Right at the second try/ })).toBeVisible()
  await expectFitForAll(page, 'the end of a review')
})

test('only what was missed is asked again, and lifts the level that the course shows', async ({
  page,
}) => {
  await becomeMember(page, 'Again')
  await begin(page, QUIZ, 'practice')
  const questions = questionsOf(QUIZ)
  for (const [place, question] of questions.entries()) {
    if (place > 1) {
      await answerRight(page, question)
      await page.getByRole('button', { name: 'Check', exact: true }).click()
      await expect(page.getByText(question.explanation)).toBeVisible()
    }
    if (place < questions.length - 1)
      await page
        .getByRole('button', {
          name: place > 1 ? 'Next question' : `Question ${place + 2}`,
          exact: true,
        })
        .click()
  }
  await handIn(page, 'practice')
  await expect(
    page.getByRole('heading', { name: 'Two questions were not right yet' }),
  ).toBeVisible()
  await page.getByRole('button', { name: 'Practise these two' }).click()
  for (const question of questions.slice(0, 2)) {
    await answerRight(page, question)
    await page.getByRole('button', { name: 'Check', exact: true }).click()
    await expect(page.getByText(question.explanation)).toBeVisible()
    if (question === questions[0]) await page.getByRole('button', { name: 'Next question' }).click()
  }
  await handIn(page, 'practice')
  await expect(page.getByRole('heading', { level: 1 })).toHaveText(/\(100\s%\)$/)
  await page.goto(COURSE)
  const lesson = page
    .getByRole('region', { name: 'What you can do' })
    .locator('.objectives > li')
    .first()
  await expect(lesson.getByText('Proficient').first()).toBeVisible()
  await expect(lesson.getByText(/Attempted|Not started/)).toHaveCount(0)
  await page.getByRole('link', { name: 'How levels work' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('How levels work')
  await expectFitForAll(page, 'the rule of levels')
})

test('a mixed quiz makes Mastered, and a whole course at Proficient earns a certificate', async ({
  page,
}) => {
  const person = await becomeMember(page, 'Cert Holder')
  await allRight(await userOf(person))
  await page.goto(COURSE)
  await page.getByRole('button', { name: 'Begin the mixed quiz' }).last().click()
  await expect(page).toHaveURL(/\/attempts\//)
  await page.goto(`${COURSE}/certificate`)
  await expectFitForAll(page, 'a certificate to be made')
  await page.getByLabel('The name on the certificate').fill('Ada of the Certificate')
  await page.getByRole('button', { name: 'Make my certificate' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Ada of the Certificate')
  await expectFitForAll(page, 'a certificate')
  const address = page.url()
  const credential = await page.request.get(
    (await page.getByRole('link', { name: 'The credential' }).getAttribute('href')) ?? '',
  )
  expect(credential.headers()['content-type']).toBe('application/vc+jwt')
  expect((await credential.text()).split('.')).toHaveLength(3)
  const keys = await (await page.request.get('/.well-known/jwks.json')).json()
  expect(keys.keys[0]).toMatchObject({ kty: 'OKP', crv: 'Ed25519', alg: 'EdDSA' })
  expect(keys.keys[0]).not.toHaveProperty('d')
  await page.getByRole('link', { name: 'Take it back' }).click()
  await page.getByRole('button', { name: 'Take it back' }).click()
  await expect(page.getByText('This certificate has been taken back.')).toBeVisible()
  const id = address.split('/').at(-1) ?? ''
  expect((await page.request.get(`/api/certificates/${id}`)).status()).toBe(410)
  expect(await (await page.request.get('/api/badges/revocations')).text()).toContain(id)
})

test('a guest’s practice moves into the account, and it is said what moved', async ({ page }) => {
  await begin(page, QUIZ, 'practice')
  const [first] = questionsOf(QUIZ)
  if (!first) throw new Error('The quiz is empty')
  await answerRight(page, first)
  await page.getByRole('button', { name: 'Check', exact: true }).click()
  await expect(page.getByText(first.explanation)).toBeVisible()
  await handIn(page, 'practice')
  await page.getByRole('link', { name: 'Make an account to keep this result' }).click()
  await page.getByLabel('Your name').fill('Moved')
  await page.getByLabel('E-mail address').fill(`moved-${Date.now()}@example.org`)
  await page.getByLabel('New password').fill('seven green submarines')
  await page.getByRole('button', { name: 'Make the account' }).click()
  await expect(page.getByText('What you did here is in your account now.')).toBeVisible()
  await expect(page.getByText(/No lesson read, one quiz, no review/)).toBeVisible()
})

test('a browser that refuses cookies is told why practice cannot be kept', async ({
  page,
  context,
}) => {
  await begin(page, QUIZ, 'practice')
  await context.clearCookies()
  await page.reload()
  await expect(page).toHaveURL(/\/sign-in\?next=/)
  await expect(page.getByText('Your browser sent no cookie.')).toBeVisible()
  await page.goto('/sign-in')
  await expect(page.getByText('Your browser sent no cookie.')).toHaveCount(0)
})
