import type messages from '@/content/messages/en.json'

/** The words of the answer fields; a server parent takes them from the catalogue (`t.raw`). */
export type QuestionWords = (typeof messages)['question']
export type RuleWords = (typeof messages)['rules']
