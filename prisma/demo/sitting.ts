import { v7 as uuid } from 'uuid'
import type { DemoAttempt, DemoQuiz } from '@/lib/data/demo'
import { type Response, type ScorableAttempt, submit } from '@/lib/domain/attempt'
import { isChecked } from '@/lib/domain/behaviour'
import type { Certainty } from '@/lib/domain/certainty'
import { paperOf } from '@/lib/domain/draw'
import { picker } from '@/lib/domain/seed'
import { answerOf, chanceOf, share } from './attempt'
import type { Sitting } from './diary'
import { MINUTE } from './moment'

/** How sure somebody is who answers right with this chance: mostly fittingly, now and then too sure. */
function certaintyAt(chance: number, mood: number): Certainty {
  const felt = chance + (mood - 0.4) * 0.35
  return felt > 0.8 ? 3 : felt > 0.6 ? 2 : 1
}

/** A quiz that somebody takes alone and hands in; what is answered follows from `plan` alone. */
export function takeAlone(
  learnerId: string,
  quiz: DemoQuiz,
  { mode, ability, asksCertainty = false }: Sitting,
  startedAt: Date,
  plan: string,
): DemoAttempt {
  const pick = picker(plan)
  const seed = `demo/${plan}`
  const version = paperOf(quiz.version, seed)
  const begun = startedAt.getTime()
  const pace = (0.5 + share(pick) * 0.4) * MINUTE
  const practised = asksCertainty ? 'immediateCertainty' : 'immediate'
  const behaviour = mode === 'practice' ? practised : 'deferred'
  const responses = version.questions.flatMap((question, place): Response[] => {
    const value = answerOf(question, seed, ability, pick)
    const mood = share(pick)
    const savedAt = new Date(Math.round(begun + pace * (place + 1)))
    if (value === null) return []
    const checkedAt = isChecked(behaviour) ? new Date(savedAt.getTime() + 4_000) : null
    const certainty = asksCertainty ? certaintyAt(chanceOf(question, ability), mood) : null
    const fresh = { version: 1, flagged: false, tries: [] }
    return [{ questionId: question.id, value, savedAt, checkedAt, certainty, ...fresh }]
  })
  const attempt: ScorableAttempt = {
    ...{ id: uuid({ msecs: begun }), seed, startedAt, deadline: null, version, responses },
    ...{ mode, behaviour, submittedAt: null, optionsFixed: false, tries: null, penalty: null },
  }
  const decision = submit(
    attempt,
    new Date(Math.round(begun + pace * (version.questions.length + 2))),
  )
  const { version: _, submittedAt: __, ...kept } = attempt
  return {
    ...kept,
    ...{ learnerId, assignmentId: null, number: null, isShuffled: false, events: [] },
    ...{ quizId: quiz.quizId, versionId: quiz.versionId },
    submission: decision.ok ? decision.value : null,
  }
}
