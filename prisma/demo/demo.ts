import type { Demo, DemoQuiz } from '@/lib/data/demo'
import { demoLearner, LEARNER_QUIZZES } from './learner'
import { CLASS_QUIZZES, demoClass } from './story'

/** The quizzes that the demo is about. */
export const DEMO_QUIZZES = [...new Set([...CLASS_QUIZZES, ...LEARNER_QUIZZES])]

/** A class, and somebody who learns alone, as of `now`. */
export const demo = (quizzes: Map<string, DemoQuiz>, now: Date): Demo => ({
  room: demoClass(quizzes, now),
  alone: demoLearner(quizzes, now),
})
