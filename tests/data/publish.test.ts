import { afterAll, expect, it } from 'vitest'
import { findAttempt } from '@/lib/data/attempts'
import { db, disconnect } from '@/lib/data/db'
import { hasContent, listQuizzes, publishQuiz } from '@/lib/data/quizzes'
import { explain } from '@/lib/domain/attempt'
import type { QuizVersion } from '@/lib/domain/quiz'
import { answer, begin, handIn, published } from '@/tests/support/attempts'
import { newMember } from '@/tests/support/people'
import { allRows } from '@/tests/support/rows'
import { the } from '@/tests/support/the'
import { statements, versionOf } from '@/tests/support/versions'

afterAll(disconnect)

const versionsOf = async ({ slug }: QuizVersion) => {
  const quiz = await db().quiz.findFirstOrThrow({
    where: { slug },
    select: { currentId: true, versions: { orderBy: { number: 'asc' } } },
  })
  const current = quiz.versions.find(({ id }) => id === quiz.currentId)
  return { numbers: quiz.versions.map(({ number }) => number), current: current?.number }
}

it('says that there is no content before anything is published', async () => {
  expect(await hasContent()).toBe(false)
  await publishQuiz(versionOf(statements(1)))
  expect(await hasContent()).toBe(true)
})

it('changes no row when the same content is published again', async () => {
  const version = versionOf(statements(2))
  expect(await publishQuiz(version)).toBe(true)
  const before = await allRows()
  expect(await publishQuiz(version)).toBe(false)
  expect(await allRows()).toEqual(before)
})

it('takes content whose keys stand in another order for the same', async () => {
  const version = versionOf(statements(2))
  await publishQuiz(version)
  const turned = Object.fromEntries(Object.entries(version).reverse()) as QuizVersion
  expect(Object.keys(turned)).not.toEqual(Object.keys(version))
  expect(await publishQuiz(turned)).toBe(false)
})

it('makes the next version of changed content and leaves the earlier one as it is', async () => {
  const version = versionOf(statements(2))
  await publishQuiz(version)
  expect(await publishQuiz({ ...version, title: 'A better title' })).toBe(true)
  expect(await versionsOf(version)).toEqual({ numbers: [1, 2], current: 2 })
  const kept = await db().quizVersion.findFirstOrThrow({
    where: { number: 1, quiz: { slug: version.slug } },
  })
  expect(kept.content).toEqual(JSON.parse(JSON.stringify(version)))
})

it('makes the earlier version current again when its content comes back', async () => {
  const version = versionOf(statements(2))
  const changed = { ...version, title: 'Another title' }
  for (const each of [version, changed]) await publishQuiz(each)
  expect(await publishQuiz(version)).toBe(true)
  expect(await versionsOf(version)).toEqual({ numbers: [1, 2], current: 1 })
  expect(await publishQuiz({ ...version, title: 'A third title' })).toBe(true)
  expect(await versionsOf(version)).toEqual({ numbers: [1, 2, 3], current: 3 })
})

it('leaves one quiz and one version when many publish the same at once', async () => {
  const version = versionOf(statements(2))
  const changes = await Promise.all(Array.from({ length: 8 }, () => publishQuiz(version)))
  expect(changes.filter(Boolean)).toHaveLength(1)
  expect(await db().quiz.count({ where: { slug: version.slug } })).toBe(1)
  expect(await versionsOf(version)).toEqual({ numbers: [1], current: 1 })
})

it('numbers versions without a gap when two contents are published at once', async () => {
  const version = versionOf(statements(2))
  const contents = ['A', 'B', 'C', 'D'].map((title) => ({ ...version, title }))
  expect(await Promise.all(contents.map(publishQuiz))).toEqual([true, true, true, true])
  expect((await versionsOf(version)).numbers).toEqual([1, 2, 3, 4])
})

it('keeps an attempt at the version that it began with, and explains from it', async () => {
  const viewer = await newMember()
  const version = versionOf(statements(2))
  const quiz = await published(version)
  const open = await begin(viewer, quiz)
  const [first, second] = version.questions
  await publishQuiz({
    ...version,
    questions: [{ ...the(first), explanation: 'Said otherwise now.' }],
  })
  await answer(viewer, open, { q1: 'true', q2: 'true' })
  await handIn(viewer, open)
  const done = the(await findAttempt(viewer, open))
  expect(done.version).toEqual(version)
  expect(explain(done, 0).explanation).toBe(the(first).explanation)
  expect(explain(done, 1).title).toBe(the(second).title)

  const later = the(await findAttempt(viewer, await begin(viewer, quiz)))
  expect(later.version.questions.map(({ explanation }) => explanation)).toEqual([
    'Said otherwise now.',
  ])
})

it('goes on with the open attempt at its own version when a new one is published meanwhile', async () => {
  const viewer = await newMember()
  const version = versionOf(statements(2))
  const quiz = await published(version)
  const open = await begin(viewer, quiz)
  await publishQuiz({ ...version, title: 'New title' })
  expect(await begin(viewer, quiz)).toBe(open)
  expect(the(await findAttempt(viewer, open)).version.title).toBe('A quiz')
})

it('lists each published quiz once, by what its current version says', async () => {
  const version = versionOf(statements(3))
  await publishQuiz(version)
  await publishQuiz({ ...version, title: 'Newest', modes: ['test'] })
  const listed = (await listQuizzes()).filter(({ slug }) => slug === version.slug)
  expect(listed).toMatchObject([{ title: 'Newest', modes: ['test'], questions: 3 }])
})
