import { getRequestConfig } from 'next-intl/server'
import messages from '@/content/messages/en.json'

/**
 * One language for now, and neither cookies nor headers are read, so that pages stay static.
 * British forms of dates and numbers go with the words; times are shown in UTC unless a component
 * is told the time zone of its reader.
 */
export default getRequestConfig(async () => ({
  locale: 'en-GB',
  messages,
  timeZone: 'UTC',
}))
