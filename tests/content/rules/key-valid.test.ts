import { edit, ruleTable } from '@/tests/content/support'

const first = 'quizzes/first.yaml'
const practice = 'quizzes/practice.yaml'

ruleTable('key-valid', 'a key names what exists and leaves nothing out', [
  [
    'a single choice whose key is no option',
    [edit(first, 'key: paris', 'key: rome')],
    [
      {
        file: first,
        path: 'questions.place.key',
        on: 'key: rome',
        message: 'The key names the option “rome”, which does not exist.',
      },
    ],
  ],
  [
    'a single choice that accepts a second option',
    [edit(first, 'key: paris', 'key: paris\n    accept: [kourou]')],
    [
      {
        file: first,
        path: 'questions.place.accept',
        on: 'accept: [kourou]',
        message: 'A choice has one right option. For several, write a multiple response.',
      },
    ],
  ],
  [
    'a multiple response whose key is no option',
    [edit(practice, 'key: [promise, ions]', 'key: [promise, moons]')],
    [
      {
        file: practice,
        path: 'questions.topics.key',
        on: 'key: [promise, moons]',
        message: 'The key names the option “moons”, which does not exist.',
      },
    ],
  ],
  [
    'a multiple response that names a key twice',
    [edit(practice, 'key: [promise, ions]', 'key: [promise, promise]')],
    [
      {
        file: practice,
        path: 'questions.topics.key',
        on: 'key: [promise, promise]',
        message: 'The key names “promise” twice.',
      },
    ],
  ],
  [
    'a matching question that leaves a row out',
    [edit(practice, '      flight: y2024\n', '')],
    [
      {
        file: practice,
        path: 'questions.pairs.key',
        on: 'key:',
        message: 'The key says nothing about the row “flight”.',
      },
    ],
  ],
  [
    'a matching question that pairs a row with no choice',
    [edit(practice, 'flight: y2024', 'flight: y2025')],
    [
      {
        file: practice,
        path: 'questions.pairs.key.flight',
        on: 'flight: y2025',
        message: 'The key names the choice “y2025”, which does not exist.',
      },
    ],
  ],
  [
    'a matching question that names no row',
    [edit(practice, '      flight: y2024', '      flight: y2024\n      landing: bern')],
    [
      {
        file: practice,
        path: 'questions.pairs.key.landing',
        on: 'landing: bern',
        message: 'The key names the row “landing”, which does not exist.',
      },
    ],
  ],
  [
    'an order that is no permutation',
    [edit(practice, 'key: [signing, flying, asking]', 'key: [signing, flying, flying]')],
    [
      {
        file: practice,
        path: 'questions.order.key',
        on: 'key: [signing, flying, flying]',
        message: 'The key names “flying” twice.',
      },
      {
        file: practice,
        path: 'questions.order.key',
        on: 'key: [signing, flying, flying]',
        message: 'The item “asking” has no place in the key.',
      },
    ],
  ],
  [
    'an order that names no item',
    [edit(practice, 'key: [signing, flying, asking]', 'key: [signing, flying, asking, end]')],
    [
      {
        file: practice,
        path: 'questions.order.key',
        on: 'key: [signing, flying, asking, end]',
        message: 'The key names the item “end”, which does not exist.',
      },
    ],
  ],
  [
    'a gap in the text that is not described',
    [edit(practice, 'the first time', 'the {ordinal} time')],
    [
      {
        file: practice,
        path: 'questions.gaps.text',
        on: 'text: The heads met in {city}, the {ordinal} time in nearly {years} years.',
        message: 'The text has a gap {ordinal} that is not described under “gaps”.',
      },
    ],
  ],
  [
    'a described gap that is not in the text',
    [edit(practice, 'nearly {years} years', 'nearly ten years')],
    [
      {
        file: practice,
        path: 'questions.gaps.gaps.years',
        on: '- id: years',
        message: 'The gap “years” does not stand in the text as {years}.',
      },
    ],
  ],
  [
    'a gap that stands twice in the text',
    [edit(practice, 'the first time', 'in {city} the first time')],
    [
      {
        file: practice,
        path: 'questions.gaps.text',
        on: 'text: The heads met in {city}, in {city} the first time in nearly {years} years.',
        message: 'The gap {city} stands twice in the text.',
      },
    ],
  ],
  [
    'a brace that stands alone',
    [edit(practice, 'the first time', 'the {First} time')],
    [
      {
        file: practice,
        path: 'questions.gaps.text',
        on: 'text: The heads met in {city}, the {First} time in nearly {years} years.',
        message: 'A brace “{” stands alone in the text.',
      },
    ],
  ],
  [
    'a chosen gap whose key is no option',
    [edit(practice, 'key: paris', 'key: rome')],
    [
      {
        file: practice,
        path: 'questions.gaps.gaps.city.key',
        on: 'key: rome',
        message: 'The key names the option “rome”, which does not exist.',
      },
    ],
  ],
  [
    'a typed answer that is listed as wrong and as right',
    [edit(practice, '- answers: [electrons]', '- answers: [electrons, Negative Ions]')],
    [
      {
        file: practice,
        path: 'questions.instrument.wrong.1.answers',
        on: '- answers: [electrons, Negative Ions]',
        message: '“Negative Ions” is listed as wrong and as right.',
      },
    ],
  ],
  [
    'the same in a typed gap',
    [edit(practice, '- answers: [five]', '- answers: ["10"]')],
    [
      {
        file: practice,
        path: 'questions.gaps.gaps.years.wrong.1.answers',
        on: '- answers: ["10"]',
        message: '“10” is listed as wrong and as right.',
      },
    ],
  ],
  [
    'a wrong number that lies within the tolerance',
    [edit(first, 'tolerance: 0', 'tolerance: 1')],
    [
      {
        file: first,
        path: 'questions.members.wrong.1.value',
        on: '- value: 22',
        message: '22 is listed as wrong but counts as right.',
      },
    ],
  ],
])
