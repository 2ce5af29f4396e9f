import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fraction } from '@/lib/domain/fraction'
import { nextStep, type Plan } from '@/lib/domain/next-step'
import { type OwnAttempt, type OwnProgress, shareOf, standings } from '@/lib/domain/progress'

const day = (n: number) => new Date(Date.UTC(2026, 10, n))

/** An attempt handed in on a day with so many points of ten; open where the points are null. */
const attempt = (slug: string, at: number, points: number | null, changes = {}): OwnAttempt => ({
  id: `${slug} ${at}`,
  courseSlug: 'course',
  slug,
  title: `Quiz ${slug}`,
  lessonSlug: null,
  assignmentId: null,
  mode: 'test',
  purpose: 'whole',
  startedAt: day(at),
  submittedAt: points === null ? null : day(at),
  earned: points === null ? null : fraction(points),
  points: points === null ? null : 10,
  ...changes,
})
const read = (lessonSlug: string, courseSlug = 'course') => ({
  courseSlug,
  lessonSlug,
  readAt: day(1),
})
const done = (attempts: OwnAttempt[], reads: OwnProgress['reads'] = []): OwnProgress => ({
  attempts,
  reads,
})

const plan: Plan = {
  courseSlug: 'course',
  lessons: [
    { slug: 'one', title: 'Lesson one', minutes: 4, quiz: 'quiz-one', objectives: [] },
    { slug: 'two', title: 'Lesson two', minutes: 6, quiz: null, objectives: [] },
    { slug: 'three', title: 'Lesson three', minutes: 8, quiz: 'quiz-three', objectives: [] },
  ],
  practice: [{ slug: 'mixed', title: 'Mixed', minutes: 5 }],
  pool: 'final',
}

describe('the standing in a quiz', () => {
  it('is its best and its latest hand-in and how many there were, the latest quiz first', () => {
    const attempts = [
      attempt('a', 3, 4),
      attempt('a', 1, 8),
      attempt('b', 2, 5),
      attempt('a', 2, 6),
    ]
    expect(standings(attempts)).toMatchObject([
      { slug: 'a', attempts: 3, best: { id: 'a 1' }, latest: { id: 'a 3' } },
      { slug: 'b', attempts: 1, best: { id: 'b 2' }, latest: { id: 'b 2' } },
    ])
  })

  it('takes the earlier of two equal scores for the best, in whatever order they come', () => {
    const attempts = [attempt('a', 1, 8), attempt('a', 2, 8)]
    for (const order of [attempts, attempts.toReversed()])
      expect(standings(order)).toMatchObject([{ best: { id: 'a 1' }, latest: { id: 'a 2' } }])
  })

  it('compares shares, not points: a version may have had more of them', () => {
    const [half, most] = [attempt('a', 1, 10, { points: 20 }), attempt('a', 2, 9)]
    expect(standings([half, most])).toMatchObject([{ best: { id: 'a 2' } }])
  })

  it('leaves what is open out', () => {
    expect(standings([attempt('a', 1, null)])).toEqual([])
    expect(shareOf(attempt('a', 1, null))).toBeNull()
  })

  it('leaves out what asked only a part: redone mistakes are no score of the quiz', () => {
    const redone = attempt('a', 3, 10, { purpose: 'redo' })
    expect(standings([attempt('a', 1, 5), redone])).toMatchObject([{ best: { id: 'a 1' } }])
  })

  it('keeps quizzes of the same name in two courses apart', () => {
    const elsewhere = attempt('a', 2, 9, { courseSlug: 'elsewhere' })
    expect(standings([attempt('a', 1, 5), elsewhere])).toHaveLength(2)
  })
})

describe('the next step', () => {
  const step = (progress: OwnProgress) => nextStep(plan, progress)
  const allRead = ['one', 'two', 'three'].map((slug) => read(slug))
  const passed = [attempt('quiz-one', 1, 7), attempt('quiz-three', 2, 10)]

  it('is the first lesson at the very beginning', () => {
    expect(step(done([]))).toEqual({
      kind: 'read',
      lesson: 'one',
      title: 'Lesson one',
      minutes: 4,
      anchor: null,
    })
  })

  it('is the review of today, before anything new but after what is open', () => {
    const signs = { dueToday: 3, waiting: 0, places: [] }
    expect(nextStep(plan, done(passed, allRead), signs)).toEqual({ kind: 'review', count: 3 })
    const open = done([attempt('mixed', 5, null)])
    expect(nextStep(plan, open, signs)).toMatchObject({ kind: 'continue' })
  })

  it('is the lesson in which one stopped, at that very place, until it is read', () => {
    const signs = { dueToday: 0, waiting: 0, places: [{ lessonSlug: 'two', anchor: 's-1' }] }
    expect(nextStep(plan, done([]), signs)).toMatchObject({ lesson: 'two', anchor: 's-1' })
    expect(nextStep(plan, done([], [read('two')]), signs)).toMatchObject({ lesson: 'one' })
  })

  it('is a mixed quiz where objectives wait for one, once all lessons have their level', () => {
    const signs = { dueToday: 0, waiting: 2, places: [] }
    expect(nextStep(plan, done(passed, allRead), signs)).toEqual({ kind: 'mixed', count: 2 })
    expect(nextStep(plan, done([], allRead), signs)).toMatchObject({ kind: 'take' })
    const without = { ...plan, pool: null }
    expect(nextStep(without, done(passed, allRead), signs)).toMatchObject({ kind: 'practise' })
  })

  it('is to go on with what was begun last, before all else', () => {
    const open = [
      attempt('mixed', 5, null),
      attempt('quiz-one', 6, null),
      attempt('quiz-three', 4, null),
    ]
    expect(step(done(open))).toEqual({
      kind: 'continue',
      attemptId: 'quiz-one 6',
      title: 'Quiz quiz-one',
    })
  })

  it('does not mind what is open in another course', () => {
    const open = attempt('quiz-one', 5, null, { courseSlug: 'elsewhere' })
    expect(step(done([open])).kind).toBe('read')
  })

  it('is the quiz of a lesson that is read', () => {
    expect(step(done([], [read('one')]))).toEqual({
      kind: 'take',
      quiz: 'quiz-one',
      title: 'Lesson one',
    })
  })

  it('is the quiz again while its best is under 70 %, with the result of the last try', () => {
    const attempts = [attempt('quiz-one', 1, 6), attempt('quiz-one', 2, 3)]
    expect(step(done(attempts, [read('one')]))).toEqual({
      kind: 'again',
      quiz: 'quiz-one',
      title: 'Lesson one',
      earned: fraction(6),
      points: 10,
      latestId: 'quiz-one 2',
    })
  })

  it('is the next lesson once 70 % are reached, and skips none without a quiz', () => {
    const first = attempt('quiz-one', 1, 7)
    expect(step(done([first]))).toMatchObject({ kind: 'read', lesson: 'two' })
    expect(step(done([first], [read('two')]))).toMatchObject({ kind: 'read', lesson: 'three' })
  })

  it('takes a quiz that was done for a lesson that is known, read or not', () => {
    expect(step(done([attempt('quiz-one', 1, 9)]))).toMatchObject({ kind: 'read', lesson: 'two' })
  })

  it('is a practice quiz when every lesson stands', () => {
    expect(step(done(passed, allRead))).toEqual({
      kind: 'practise',
      quiz: 'mixed',
      title: 'Mixed',
      minutes: 5,
    })
  })

  it('is what is not all right yet when practice is done too', () => {
    expect(step(done([...passed, attempt('mixed', 3, 1)], allRead))).toMatchObject({
      kind: 'again',
      quiz: 'quiz-one',
      earned: fraction(7),
    })
  })

  it('is nothing when all is right', () => {
    const full = [attempt('quiz-one', 1, 10), attempt('quiz-three', 1, 10), attempt('mixed', 1, 2)]
    expect(step(done(full, allRead))).toEqual({ kind: 'done' })
    expect(
      nextStep({ courseSlug: 'course', lessons: [], practice: [], pool: null }, done([])),
    ).toEqual({
      kind: 'done',
    })
  })

  it('is always one, and one that is there to be taken', () => {
    const slug = fc.constantFrom('one', 'two', 'three', 'four')
    const anyPlan: fc.Arbitrary<Plan> = fc.record({
      courseSlug: fc.constant('course'),
      pool: fc.constant(null),
      lessons: fc.uniqueArray(
        fc.record({
          slug,
          title: fc.string(),
          minutes: fc.nat(60),
          quiz: fc.option(fc.constantFrom('quiz-one', 'quiz-two', 'mixed')),
          objectives: fc.constant([]),
        }),
        { selector: (lesson) => lesson.slug },
      ),
      practice: fc.array(
        fc.record({
          slug: fc.constantFrom('mixed', 'more'),
          title: fc.string(),
          minutes: fc.nat(60),
        }),
      ),
    })
    const anyAttempt = fc
      .tuple(
        fc.constantFrom('quiz-one', 'quiz-two', 'mixed', 'more', 'gone'),
        fc.integer({ min: 1, max: 28 }),
        fc.option(fc.nat(10)),
        fc.constantFrom('course', 'elsewhere'),
      )
      .map(([quiz, at, points, courseSlug]) => attempt(quiz, at, points, { courseSlug }))
    const anyProgress = fc.record({
      attempts: fc.uniqueArray(anyAttempt, { selector: ({ id }) => id }),
      reads: fc.array(slug.map((each) => read(each))),
    })
    fc.assert(
      fc.property(anyPlan, anyProgress, (any, progress) => {
        const next = nextStep(any, progress)
        const quizzes = [
          ...any.lessons.map(({ quiz }) => quiz),
          ...any.practice.map((each) => each.slug),
        ]
        if ('attemptId' in next)
          expect(progress.attempts.find(({ id }) => id === next.attemptId)?.submittedAt).toBeNull()
        else if ('lesson' in next)
          expect(any.lessons.map((each) => each.slug)).toContain(next.lesson)
        else if ('quiz' in next) expect(quizzes).toContain(next.quiz)
        else expect(next).toEqual({ kind: 'done' })
      }),
    )
  })
})
