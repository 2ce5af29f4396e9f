import { COURSE } from '@/tests/support/quizzes'
import { type Area, all, but, route } from './rows'

const save = { value: 'false', base: 1 }
/** Given an hour ago, before it was handed in. */
const late = { value: 'true', base: 0, age: 3_600_000 }
const found = { page: 'apagethatasks', away: 60 }
const owner = {
  ...but(all('nothing'), 'shown', 'student'),
  nobody: 'signed out' as const,
}

/** What machines ask: saving, the clock, levels, health. */
export const machines: Area = {
  routes: [
    route('/api/health', 'health', () => '/api/health', all('shown')),
    route('/api/live', 'life', () => '/api/live', all('shown')),
    route('/api/metrics', 'metrics, without the token', () => '/api/metrics', all('signed out')),
    route(
      '/api/courses/[course]/levels',
      'their own levels',
      () => `/api${COURSE}/levels`,
      all('shown'),
    ),
    route(
      '/api/attempts/[attemptId]/clock',
      'an attempt under way',
      ({ running }) => `/api/attempts/${running.open}/clock`,
      owner,
    ),
    route(
      '/api/attempts/[attemptId]/clock',
      'an attempt that was handed in',
      ({ ended }) => `/api/attempts/${ended.done}/clock`,
      owner,
    ),
    {
      ...route(
        '/api/attempts/[attemptId]/responses/[questionId]',
        'an answer of an attempt under way',
        ({ running }) => `/api/attempts/${running.open}/responses/q1`,
        { ...owner, student: 'done' },
      ),
      send: { method: 'PUT', data: save },
    },
    {
      ...route(
        '/api/attempts/[attemptId]/responses/[questionId]',
        'an answer of an attempt that was handed in',
        ({ ended }) => `/api/attempts/${ended.done}/responses/q1`,
        { ...owner, student: 'told why' },
      ),
      send: { method: 'PUT', data: save },
    },
    {
      ...route(
        '/api/attempts/[attemptId]/responses/[questionId]',
        'an answer that comes late, in a class that is running',
        ({ running }) => `/api/attempts/${running.done}/responses/q3`,
        { ...owner, student: 'done' },
      ),
      send: { method: 'PUT', data: late },
    },
    {
      ...route(
        '/api/attempts/[attemptId]/responses/[questionId]',
        'an answer that comes late, in a class that has ended',
        ({ ended }) => `/api/attempts/${ended.done}/responses/q3`,
        { ...owner, student: 'told why' },
      ),
      send: { method: 'PUT', data: late },
    },
    {
      ...route(
        '/api/attempts/[attemptId]/clock',
        'an attempt under way, from a page that was away',
        ({ running }) => `/api/attempts/${running.open}/clock`,
        { ...owner, student: 'done' },
      ),
      send: { method: 'POST', data: found },
    },
    {
      ...route(
        '/api/attempts/[attemptId]/clock',
        'an attempt that was handed in within the day, from a page that was away',
        ({ ended }) => `/api/attempts/${ended.done}/clock`,
        { ...owner, student: 'done' },
      ),
      send: { method: 'POST', data: found },
    },
    {
      ...route('/api/clock', 'the clock without its key', () => '/api/clock', all('nothing')),
      send: { method: 'POST', data: {} },
    },
  ],
}
