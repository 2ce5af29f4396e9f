/** A small course without a fault, as its files: every rule's tests break one thing of it. */
const drawing = `<svg viewBox="0 0 100 40" role="img">
  <line x1="0" y1="20" x2="100" y2="20" stroke="var(--ink)" stroke-width="1"/>
  <text x="10" y="12" class="sans soft" fill="currentColor">2023</text>
</svg>
`

export const sampleFiles: Readonly<Record<string, string>> = {
  'course.yaml': `title: A sample course
summary: It is small.
language: en
checked: 2026-11-22
article:
  title: A meeting
  publisher: A paper
  url: https://paper.example/meeting
  words: 40
  sentences: 3
stages:
  - title: Beginning
    lessons: [first, second]
quizzes: [practice]
`,
  'facts.yaml': `facts:
  - id: A1
    text: The heads met in 2023.
    mark: P
    asOf: 2026-11-22
    sources:
      - title: The meeting
        publisher: The agency
        url: https://agency.example/meeting
  - id: A2
    text: The agency has 23 members.
    mark: S
    asOf: 2026-11-22
    sources:
      - title: Members
        publisher: The agency
`,
  'glossary.yaml': `terms:
  - id: memorandum-of-understanding
    term: memorandum of understanding
    definition: A written promise that is not a treaty.
`,
  'lessons/first.md': `---
title: The first lesson
short: First
summary: It is about a meeting.
asOf: 2026-11-22
quiz: first
objectives:
  - id: tell-the-meeting
    text: say when the heads met
    bloom: remember
---

## What happened

The heads met in Paris. They signed a :term[memorandum]{id=memorandum-of-understanding} in 2023. :fact[A1]

:::article{id=S02}
the first meeting in nearly ten years
:::

::figure{id=timeline}

## What is known

The agency has *23 members*. :fact[A2] See [the beginning](#what-happened) or [a page](https://agency.example/).

- The first entry is about Dr. Li.
- The second entry is shorter.

:::note{kind=context}
The instrument flew in 2024. It counted ions.
:::

:::check
What was new about it?
:::
`,
  'lessons/second.md': `---
title: The second lesson
short: Second
summary: It goes on.
asOf: 2026-11-22
objectives:
  - id: tell-more
    text: say more about it
    bloom: understand
---

## More

The story goes on in Bern.

### A heading inside

It ends there.
`,
  'figures/timeline.yaml': `title: When they met
caption: One meeting on a line.
description: A line from left to right stands for time, and 2023 is written above it.
scale: Not to scale
facts: [A1]
key:
  - mark: <svg viewBox="0 0 30 16" role="img"><circle cx="8" cy="8" r="4" fill="var(--accent)"/></svg>
    text: A meeting
`,
  'figures/timeline.svg': drawing,
  'figures/timeline.narrow.svg': drawing,
  'quizzes/first.yaml': `title: The first quiz
short: First
summary: It asks about the meeting.
lesson: first
modes: [practice, test]
minutes: 5
questions:
  - id: place
    kind: single-choice
    title: Place
    prompt: According to the article, where did the heads meet?
    options:
      - id: paris
        text: In Paris
      - id: bern
        text: In Bern
        feedback: Bern comes in the second lesson.
    key: paris
    basis: article
    objective: tell-the-meeting
    bloom: remember
    explanation: The article names Paris.
    sentences: [S01]
    evidence:
      - lesson: first
        quote: The heads met in Paris.
  - id: members
    kind: numeric
    title: Members
    prompt: How many members has the agency?
    key: 23
    tolerance: 0
    unit: members
    spellings: [member states]
    wrong:
      - value: 22
        feedback: That was before 2025.
    feedback: Look at the second section.
    basis: fact
    objective: tell-the-meeting
    bloom: remember
    explanation: It has 23.
    facts: [A2]
    evidence:
      - lesson: first
        quote: 23 members
`,
  'quizzes/practice.yaml': `title: Practice
short: Practice
summary: It has the other kinds.
modes: [practice]
minutes: 5
questions:
  - id: topics
    kind: multiple-response
    title: Topics
    prompt: Which of these were signed or counted?
    options:
      - id: promise
        text: A memorandum
      - id: ions
        text: Ions
      - id: stars
        text: Stars
        feedback: Nobody counted stars.
      - id: treaty
        text: A treaty
        feedback: A memorandum is no treaty.
    key: [promise, ions]
    basis: fact
    objective: tell-the-meeting
    bloom: understand
    explanation: A memorandum was signed and ions were counted.
    facts: [A1]
    evidence:
      - lesson: first
        quote: They signed a memorandum in 2023.
  - id: claim
    kind: true-false
    title: Claim
    prompt: According to the article, the meeting was the first in nearly ten years.
    key: true
    feedback: The article says just that.
    basis: article
    objective: tell-the-meeting
    bloom: remember
    explanation: The article says so.
    sentences: [S02]
    evidence:
      - lesson: first
        quote: the first meeting in nearly ten years
  - id: instrument
    kind: short-text
    title: Instrument
    prompt: What did the instrument count?
    key: ions
    accept: [negative ions]
    wrong:
      - answers: [electrons]
        feedback: Electrons are much lighter.
    feedback: Look at the note.
    basis: fact
    objective: tell-the-meeting
    bloom: remember
    explanation: It counted ions.
    facts: [A1]
    evidence:
      - lesson: first
        quote: It counted ions.
  - id: pairs
    kind: matching
    title: Pairs
    prompt: Match each with its year or place.
    rows:
      - id: memorandum
        text: The memorandum
      - id: flight
        text: The flight
    choices:
      - id: y2023
        text: In 2023
        feedback: In 2023 the memorandum was signed.
      - id: y2024
        text: In 2024
        feedback: In 2024 the instrument flew.
      - id: bern
        text: In Bern
        feedback: That is where the story goes on.
    key:
      memorandum: y2023
      flight: y2024
    basis: fact
    objective: tell-the-meeting
    bloom: understand
    explanation: First signed, then flown.
    facts: [A1]
    evidence:
      - lesson: first
        quote: The instrument flew in 2024.
  - id: order
    kind: ordering
    title: Order
    prompt: Put these in order, earliest first.
    items:
      - id: signing
        text: The signing
        note: in 2023
      - id: flying
        text: The flight
        note: in 2024
      - id: asking
        text: This question
        note: today
    key: [signing, flying, asking]
    basis: fact
    objective: tell-more
    bloom: understand
    explanation: The years tell it.
    facts: [A1]
    evidence:
      - lesson: second
        quote: The story goes on in Bern.
  - id: gaps
    kind: cloze
    title: Gaps
    prompt: Fill in the gaps.
    text: The heads met in {city}, the first time in nearly {years} years.
    gaps:
      - id: city
        input: chosen
        options:
          - id: paris
            text: Paris
          - id: bern
            text: Bern
            feedback: Bern comes later.
        key: paris
      - id: years
        input: typed
        key: ten
        accept: ["10"]
        wrong:
          - answers: [five]
            feedback: It was longer.
        feedback: Look at the quotation.
    basis: article
    objective: tell-the-meeting
    bloom: remember
    explanation: Both stand in the article.
    sentences: [S01, S02]
    evidence:
      - lesson: first
        quote: the first meeting in nearly ten years
`,
}
