import type { Problem } from '@/lib/domain/course-content'
import type { Material, Rule } from './material'
import { rule as articleQuotes } from './rules/article-quotes'
import { rule as articleRun } from './rules/article-run'
import { rule as articleWords } from './rules/article-words'
import { rule as basis } from './rules/basis'
import { rule as checkAnswered } from './rules/check-answered'
import { rule as distractors } from './rules/distractors'
import { rule as draws } from './rules/draws'
import { rule as evidenceLesson } from './rules/evidence-lesson'
import { rule as factsKnown } from './rules/facts-known'
import { rule as factsUsed } from './rules/facts-used'
import { rule as feedbackComplete } from './rules/feedback-complete'
import { rule as figureDescribed } from './rules/figure-described'
import { rule as figureSafe } from './rules/figure-safe'
import { rule as figureSteps } from './rules/figure-steps'
import { rule as figuresKnown } from './rules/figures-known'
import { rule as idsLocked } from './rules/ids-locked'
import { rule as idsUnique } from './rules/ids-unique'
import { rule as keyLength } from './rules/key-length'
import { rule as keyPositions } from './rules/key-positions'
import { rule as keyValid } from './rules/key-valid'
import { rule as lessonLength } from './rules/lesson-length'
import { rule as lessonQuiz } from './rules/lesson-quiz'
import { rule as links } from './rules/links'
import { rule as noAllNone } from './rules/no-all-none'
import { rule as noDoubleNegative } from './rules/no-double-negative'
import { rule as numericUnits } from './rules/numeric-units'
import { rule as objectiveKnown } from './rules/objective-known'
import { rule as objectivesAsked } from './rules/objectives-asked'
import { rule as optionsDistinct } from './rules/options-distinct'
import { rule as promptsDistinct } from './rules/prompts-distinct'
import { rule as quotation } from './rules/quotation'
import { rule as termsKnown } from './rules/terms-known'
import { rule as termsUsed } from './rules/terms-used'
import { rule as timeZones } from './rules/time-zones'
import { rule as timelineOrder } from './rules/timeline-order'

/** All rules by the name of their file; a test holds that none is missing here. */
export const rules = {
  'article-quotes': articleQuotes,
  'article-run': articleRun,
  'article-words': articleWords,
  basis,
  'check-answered': checkAnswered,
  distractors,
  draws,
  'evidence-lesson': evidenceLesson,
  'facts-known': factsKnown,
  'facts-used': factsUsed,
  'feedback-complete': feedbackComplete,
  'figure-described': figureDescribed,
  'figure-safe': figureSafe,
  'figure-steps': figureSteps,
  'figures-known': figuresKnown,
  'ids-locked': idsLocked,
  'ids-unique': idsUnique,
  'key-length': keyLength,
  'key-positions': keyPositions,
  'key-valid': keyValid,
  'lesson-length': lessonLength,
  'lesson-quiz': lessonQuiz,
  links,
  'no-all-none': noAllNone,
  'no-double-negative': noDoubleNegative,
  'numeric-units': numericUnits,
  'objective-known': objectiveKnown,
  'objectives-asked': objectivesAsked,
  'options-distinct': optionsDistinct,
  'prompts-distinct': promptsDistinct,
  quotation,
  'terms-known': termsKnown,
  'terms-used': termsUsed,
  'time-zones': timeZones,
  'timeline-order': timelineOrder,
} satisfies Record<string, Rule>
export type RuleName = keyof typeof rules

/** What all rules find in a course. */
export const checkCourse = (course: Material): Problem[] =>
  Object.values(rules).flatMap((rule) => rule(course))
