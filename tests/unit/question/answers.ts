import fc from 'fast-check'
import { KINDS } from '@/lib/domain/question/kind'
import { codeFor, gapCodes, rightAnswer, sample } from './samples'

/** One of each kind. */
export const questions = KINDS.map((kind) => sample(kind))
const known = [
  ...questions.map((question) => rightAnswer(question)),
  ...gapCodes(sample('cloze')),
  ...['a', 'b', 'c', 'd'].map((id) => codeFor(sample('ordering'), `item ${id}`)),
  ...['a', 'b', 'c'].map((id) => codeFor(sample('matching'), `row ${id}`)),
  ...['one', 'two', 'four'].map((word) => codeFor(sample('matching'), `choice ${word}`)),
  ...['one', 'two', 'four'].map((word) => codeFor(sample('multiple-response'), `multiple ${word}`)),
  'true',
  '0.00000000001',
  '999999999999',
  '1,234',
  '__proto__',
  'constructor',
]
const words = known.filter((each) => typeof each === 'string')

/** Anything that JSON can carry, and much that looks like an answer. */
export const anyAnswer = fc.oneof(
  fc.jsonValue(),
  fc.constantFrom(...known),
  fc.string({ unit: 'grapheme' }),
  fc.stringMatching(/^-?[0-9.,' ]{0,14}( km)?$/),
  fc.array(fc.constantFrom(...words), { maxLength: 12 }),
  fc.shuffledSubarray(words),
  fc.dictionary(fc.constantFrom(...words), fc.oneof(fc.constantFrom(...words), fc.string())),
)
