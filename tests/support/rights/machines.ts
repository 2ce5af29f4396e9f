import { COURSE } from '@/tests/support/quizzes'
import { type Area, all, but, route } from './rows'

const save = { value: 'false', base: 1 }
const owner = {
  ...but(all('nothing'), 'shown', 'student'),
  nobody: 'signed out' as const,
}

/** What machines ask: saving, the clock, levels, health. */
export const machines: Area = {
  routes: [
    route('/api/health', 'health', () => '/api/health', all('shown')),
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
      ...route('/api/clock', 'the clock without its key', () => '/api/clock', all('nothing')),
      send: { method: 'POST', data: {} },
    },
  ],
}
