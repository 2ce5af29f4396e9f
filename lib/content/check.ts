import type { Problem } from '@/lib/domain/course-content'
import type { Material, Rule } from './material'
import { rule as articleQuotes } from './rules/article-quotes'
import { rule as basis } from './rules/basis'
import { rule as distractors } from './rules/distractors'
import { rule as factsKnown } from './rules/facts-known'
import { rule as factsUsed } from './rules/facts-used'
import { rule as feedbackComplete } from './rules/feedback-complete'
import { rule as figureSafe } from './rules/figure-safe'
import { rule as figuresKnown } from './rules/figures-known'
import { rule as idsUnique } from './rules/ids-unique'
import { rule as keyValid } from './rules/key-valid'
import { rule as lessonQuiz } from './rules/lesson-quiz'
import { rule as links } from './rules/links'
import { rule as noAllNone } from './rules/no-all-none'
import { rule as numericUnits } from './rules/numeric-units'
import { rule as objectiveKnown } from './rules/objective-known'
import { rule as optionsDistinct } from './rules/options-distinct'
import { rule as quotation } from './rules/quotation'
import { rule as termsKnown } from './rules/terms-known'
import { rule as termsUsed } from './rules/terms-used'

/** All rules by the name of their file; a test holds that none is missing here. */
export const rules = {
  'article-quotes': articleQuotes,
  basis,
  distractors,
  'facts-known': factsKnown,
  'facts-used': factsUsed,
  'feedback-complete': feedbackComplete,
  'figure-safe': figureSafe,
  'figures-known': figuresKnown,
  'ids-unique': idsUnique,
  'key-valid': keyValid,
  'lesson-quiz': lessonQuiz,
  links,
  'no-all-none': noAllNone,
  'numeric-units': numericUnits,
  'objective-known': objectiveKnown,
  'options-distinct': optionsDistinct,
  quotation,
  'terms-known': termsKnown,
  'terms-used': termsUsed,
} satisfies Record<string, Rule>
export type RuleName = keyof typeof rules

/** What all rules find in a course. */
export const checkCourse = (course: Material): Problem[] =>
  Object.values(rules).flatMap((rule) => rule(course))
