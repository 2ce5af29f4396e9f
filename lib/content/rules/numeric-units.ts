import type { Rule } from '@/lib/content/material'
import { inQuestions, type QuestionFault } from '@/lib/content/questions'
import { fromDecimal, isSame } from '@/lib/domain/fraction'
import type { Kind } from '@/lib/domain/question/kind'
import type { Authored, AuthoredQuestion } from '@/lib/domain/question/question'
import { normalise, readNumber } from '@/lib/domain/typed'

function numericFaults(question: Authored<'numeric'>): QuestionFault[] {
  const { key, unit, spellings, prompt } = question
  const faults: QuestionFault[] = []
  if (unit.trim() === '' && !/\byear\b/i.test(prompt))
    faults.push({ path: 'unit', message: 'Say the unit. Only a year goes without one.' })
  const wanted = fromDecimal(key)
  const seen = new Set<string>()
  for (const [at, spelling] of [unit, ...spellings].entries()) {
    const path = at === 0 ? 'unit' : `spellings.${at}`
    if (seen.has(normalise(spelling)) && at > 0)
      faults.push({ path, message: `“${spelling}” is already a spelling of the unit.` })
    seen.add(normalise(spelling))
    const read = readNumber(`${key} ${spelling}`, [unit, ...spellings])
    if (!wanted || !read.some((number) => isSame(number, wanted)))
      faults.push({
        path,
        message: `“${key} ${spelling}” would not be read as ${key}. Leave digits and signs out of the unit.`,
      })
  }
  return faults
}

const none = () => []
const checks: { [K in Kind]: (question: Authored<K>) => QuestionFault[] } = {
  'single-choice': none,
  'multiple-response': none,
  'true-false': none,
  numeric: numericFaults,
  'short-text': none,
  matching: none,
  ordering: none,
  cloze: none,
}

/** A number is asked for with its unit, and typing the unit never makes a right number wrong. */
export const rule: Rule = (course) =>
  inQuestions(course, (question) =>
    (checks[question.kind] as (question: AuthoredQuestion) => QuestionFault[])(question),
  )
