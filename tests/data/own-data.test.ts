import { unzipSync } from 'fflate'
import { afterAll, describe, expect, it } from 'vitest'
import { db, disconnect } from '@/lib/data/db'
import { recordPlace } from '@/lib/data/lesson-places'
import { findOwnData } from '@/lib/data/own-data'
import { recordLessonRead } from '@/lib/data/progress'
import { ownDataZip } from '@/lib/exchange/own-data-zip'
import { answer, begin, handIn, newQuiz, published } from '@/tests/support/attempts'
import { newClass, newMember, OPEN_RULES } from '@/tests/support/people'
import { daysAfter, practised, reviewAll } from '@/tests/support/reviews'
import { the } from '@/tests/support/the'
import { noon, oneOfEachKind, statements, versionOf } from '@/tests/support/versions'

afterAll(disconnect)

describe('what somebody takes along', () => {
  it('is all that they did: attempts with answers, reviews, cards, lessons, places', async () => {
    const viewer = await newMember('Taker')
    const quiz = await newQuiz(3)
    await practised(viewer, quiz, 3, 2, noon)
    const reviews = await reviewAll(viewer, daysAfter(noon, 1))
    await recordLessonRead(viewer, 'course', 'first')
    await recordPlace(viewer, 'course', { lessonSlug: 'second', anchor: 's-1', at: noon })
    const data = the(await findOwnData(viewer))
    expect(data.account).toMatchObject({ name: 'Taker', isGuest: false })
    expect(data.attempts).toHaveLength(1)
    expect(
      the(data.attempts[0])
        .answers.map((each) => each.earned)
        .sort(),
    ).toEqual(['0', '1', '1'])
    expect(data.reviews).toHaveLength(3 + reviews)
    expect(data.cards).toHaveLength(3)
    expect(data.lessons).toHaveLength(1)
    expect(data.places).toHaveLength(1)
  })

  it('holds no key, no seed, no token and no hash', async () => {
    const viewer = await newMember()
    const questions = oneOfEachKind()
    const id = await begin(viewer, await published(versionOf(questions)))
    await answer(viewer, id, {})
    const data = JSON.stringify(await findOwnData(viewer))
    expect(data).not.toContain('canary')
    expect(data).not.toContain('seed')
    expect(data).not.toContain('not a hash')
    expect(data.toLowerCase()).not.toContain('token')
  })

  it('tells nothing of a class that its rules hold back', async () => {
    const [teacher, student] = [await newMember(), await newMember()]
    const quiz = await published(versionOf(statements(2)))
    const { assignments } = await newClass(teacher, [student], [quiz.id])
    const assignmentId = the(assignments[0])
    const rules = { ...OPEN_RULES, review: { ...OPEN_RULES.review, afterSubmission: [] } }
    await db().assignment.update({ where: { id: assignmentId }, data: { rules } })
    const id = await begin(student, quiz, { assignmentId })
    await answer(student, id, { q1: 'true', q2: 'false' })
    await handIn(student, id)
    const [attempt] = the(await findOwnData(student)).attempts
    expect(the(attempt)).toMatchObject({ earned: null, points: null })
    expect(the(attempt).answers.map(({ earned }) => earned)).toEqual([null, null])
    expect(the(attempt).answers.map((each) => each.answer)).not.toContain('')
  })

  it('is also a zip of tables that no spreadsheet runs', async () => {
    const viewer = await newMember()
    await practised(viewer, await newQuiz(2), 2, 1, noon)
    const data = the(await findOwnData(viewer))
    the(the(data.attempts[0]).answers[0]).answer = '=HYPERLINK("https://evil.example")'
    const files = unzipSync(await ownDataZip(data, 'Europe/Paris'))
    expect(Object.keys(files).sort()).toEqual(
      [
        'README.txt',
        'answers.csv',
        'attempts.csv',
        'cards.csv',
        'lessons.csv',
        'reviews.csv',
      ].sort(),
    )
    const answers = new TextDecoder().decode(files['answers.csv'])
    expect(answers.split('\r\n')).toHaveLength(4)
    expect(answers).toContain(`"'=HYPERLINK`)
  })
})
