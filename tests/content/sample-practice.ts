/** The sample's second quiz: a question of every kind that its first one doesn't have. */
export const practiceQuiz = `title: Practice
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
`
