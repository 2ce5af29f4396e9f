import { COURSE } from '@/tests/support/quizzes'
import { type Area, all, but, onlyFor, route } from './rows'
import { members } from './site'

const [, course = ''] = /^\/courses\/([^/]+)$/.exec(COURSE) ?? []
const LESSON_PLACE = `/api${COURSE}/lessons/smile/place`
/** The id of nothing. */
const NONE = '00000000-0000-7000-8000-000000000000'
const signedIn = but(all('done'), 'sign-in', 'nobody')
const nobodys = but(all('nothing'), 'sign-in', 'nobody')

/** What one does alone: review, progress, certificates. */
export const alone: Area = {
  routes: [
    route('/offline', 'the page for no network', () => '/offline', all('shown')),
    route('/offline/review', 'the kept review', () => '/offline/review', all('shown')),
    route('/api/review', 'what comes back to them', () => '/api/review', {
      ...all('shown'),
      nobody: 'signed out',
    }),
    {
      ...route(
        '/api/review',
        'an answer to what never came back to them',
        () => '/api/review',
        but(all('nothing'), 'signed out', 'nobody'),
      ),
      send: {
        method: 'POST',
        data: {
          ...{ id: NONE, courseSlug: course, questionId: 'm-01', versionId: NONE, turn: 1 },
          ...{ value: null, age: 0, timeZone: null },
        },
      },
    },
    route('/manifest.webmanifest', 'the manifest', () => '/manifest.webmanifest', all('shown')),
    route('/review', 'what comes back to them', () => '/review', all('shown')),
    route(
      '/review/settings',
      'how review works for them',
      () => '/review/settings',
      but(all('shown'), 'sign-in', 'nobody'),
    ),
    route(
      '/progress/cards',
      'their own questions',
      () => '/progress/cards',
      but(all('shown'), 'sign-in', 'nobody'),
    ),
    route(
      '/progress/cards/[course]/[question]',
      'a question that is not theirs',
      () => `/progress/cards/${course}/nothing`,
      nobodys,
    ),
    route(
      '/account/data',
      'their own data',
      () => '/account/data',
      but(all('shown'), 'sign-in', 'nobody'),
    ),
    route(
      '/account/data/erase',
      'what would go and what would stay',
      () => '/account/data/erase',
      but(all('shown'), 'sign-in', 'nobody'),
    ),
    route(
      '/erased',
      'the page for who has no account any more',
      () => '/erased',
      but(all('led on'), 'shown', 'nobody'),
    ),
    route('/api/account/export', 'their own data', () => '/api/account/export?as=csv', {
      ...all('shown'),
      nobody: 'signed out',
      novice: 'barred',
    }),
    route('/courses/[course]/levels', 'the rule', () => `${COURSE}/levels`, all('shown')),
    route(
      '/courses/[course]/certificate',
      'what is needed',
      () => `${COURSE}/certificate`,
      all('shown'),
    ),
    route('/certificates/[id]', 'none', () => `/certificates/${NONE}`, all('nothing')),
    route('/api/certificates/[id]', 'none', () => `/api/certificates/${NONE}`, all('nothing')),
    route('/api/badges/keys', 'the public keys', () => '/api/badges/keys', all('shown')),
    route('/api/badges/keys/[kid]', 'no key', () => '/api/badges/keys/none', all('nothing')),
    route('/api/badges/issuer', 'the issuer', () => '/api/badges/issuer', all('shown')),
    route(
      '/api/badges/achievements/[course]',
      'what a certificate stands for',
      () => `/api/badges/achievements/${course}`,
      all('shown'),
    ),
    route(
      '/api/badges/revocations',
      'what was taken back',
      () => '/api/badges/revocations',
      all('shown'),
    ),
    {
      ...route(
        '/api/courses/[course]/lessons/[lesson]/place',
        'a place that the lesson does not have',
        () => LESSON_PLACE,
        but(all('told why'), 'signed out', 'nobody'),
      ),
      send: { method: 'PUT', data: { anchor: 'no-such-anchor', age: 0 } },
    },
  ],
  deeds: [
    {
      action: 'setReview',
      says: 'their own cap and zone',
      at: () => '/review/settings',
      fields: () => ({ dailyCap: '7', timeZone: 'Europe/Paris' }),
      answers: signedIn,
    },
    {
      action: 'erase',
      says: 'all of theirs, without their password',
      at: () => '/account/data/erase',
      fields: () => ({ password: 'not their password' }),
      answers: but(all('told why'), 'sign-in', 'nobody'),
    },
    {
      action: 'setGoal',
      says: 'their own goal',
      at: () => '/progress',
      fields: () => ({ weeklyGoal: '3' }),
      answers: signedIn,
    },
    {
      action: 'answerReview',
      says: 'a question that never came back to them',
      at: () => '/review',
      fields: ({ running }) => ({
        ...{ entry: NONE, course, question: 'm-01', version: running.assignment, turn: '1' },
        go: 'unknown',
      }),
      answers: nobodys,
    },
    {
      action: 'sayEasy',
      says: 'an answer that is not theirs',
      at: () => '/review',
      fields: () => ({ entry: NONE }),
      answers: but(all('led on'), 'sign-in', 'nobody'),
    },
    {
      action: 'startMixed',
      says: 'a mixed quiz with nothing to mix',
      at: () => COURSE,
      fields: () => ({ course }),
      answers: but(all('led on'), 'sign-in', 'nobody'),
    },
    {
      action: 'redoMissed',
      says: 'mistakes of an attempt under way',
      at: ({ running }) => `/attempts/${running.done}/result`,
      fields: ({ running }) => ({ attemptId: running.open }),
      answers: nobodys,
    },
    {
      action: 'makeCertificate',
      says: 'a certificate that is not earned',
      at: () => `${COURSE}/certificate`,
      fields: () => ({ course, name: 'Forged' }),
      answers: but(onlyFor('done'), 'told why', ...members),
    },
    {
      action: 'withdraw',
      says: 'a certificate that is not theirs',
      at: () => `/certificates/${NONE}`,
      fields: () => ({ id: NONE }),
      answers: nobodys,
    },
  ],
}
