import type messages from '@/content/messages/en.json'

/** The words of the form that puts a question right, and of what it tells. */
export type CorrectionWords = (typeof messages)['corrections']['form']
