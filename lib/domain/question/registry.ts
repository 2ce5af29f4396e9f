import { cloze } from './cloze'
import type { Kind } from './kind'
import { matching } from './matching'
import { multipleResponse } from './multiple-response'
import { numeric } from './numeric'
import { ordering } from './ordering'
import { shortText } from './short-text'
import { singleChoice } from './single-choice'
import { trueFalse } from './true-false'

/** The eight kinds. A kind without its module does not compile. */
export const kinds = {
  'single-choice': singleChoice,
  'multiple-response': multipleResponse,
  'true-false': trueFalse,
  numeric,
  'short-text': shortText,
  matching,
  ordering,
  cloze,
} satisfies Record<Kind, unknown>
