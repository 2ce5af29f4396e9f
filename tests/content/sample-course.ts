import { printsOf } from '@/lib/content/article-prints'
import { practiceQuiz } from './sample-practice'

/** A small course without a fault, as its files: every rule's tests break one thing of it. */
const drawing = `<svg viewBox="0 0 100 40" role="img">
  <line x1="0" y1="20" x2="100" y2="20" stroke="var(--ink)" stroke-width="1"/>
  <text x="10" y="12" class="sans soft" fill="currentColor">2023</text>
</svg>
`

/** The source of the sample, of which its folder keeps the prints alone. */
export const sampleArticle =
  'The heads met in Paris. It was the first meeting in nearly ten years. They will meet again.\n'

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

> The heads met for the first time.
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
description: >-
  A line from left to right stands for time. The year 2023 is written above it, and a small filled
  circle on the line marks the one meeting of that year.
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
  'quizzes/practice.yaml': practiceQuiz,
  // JSON is YAML as well.
  'article-prints.yaml': JSON.stringify(printsOf(sampleArticle)),
}
