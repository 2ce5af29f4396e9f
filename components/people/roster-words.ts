import type messages from '@/content/messages/en.json'

/** The words of the form in which a list of pupils is read, and of what it answers. */
export type RosterWords = Omit<(typeof messages)['roster'], 'title' | 'lead' | 'privacy'> & {
  slide: string
}
export type FormWords = RosterWords['form']
