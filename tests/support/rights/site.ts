import { type Area, all, but, onlyFor, route } from './rows'
import { ASKERS, type Asker, type World } from './world'

/** Who has an account and a password of their own. */
export const members = ASKERS.filter((asker) => !['nobody', 'guest', 'novice'].includes(asker))
const entrance = but(all('led on'), 'shown', 'nobody', 'guest')

const sessionOf = (world: World, asker: Asker) =>
  world.people[asker === 'nobody' ? 'guest' : asker].otherSession

/** The pages for everybody, and the account. */
export const site: Area = {
  routes: [
    route('/', 'the first page', () => '/', all('shown')),
    route('/about/[page]', 'a page about the site', () => '/about/privacy', all('shown')),
    route('/about/[page]', 'a page that is not there', () => '/about/nothing', all('nothing')),
    route('/account', 'the account', () => '/account', but(all('shown'), 'sign-in', 'nobody')),
    route('/away', 'the page of trouble', () => '/away', all('shown')),
    route('/icon.svg', 'the icon', () => '/icon.svg', all('shown')),
    route('/sign-in', 'signing in', () => '/sign-in', entrance),
    route('/sign-up', 'signing up', () => '/sign-up', entrance),
    route('/join', 'where a code is typed', () => '/join', all('shown')),
    route('/join/[code]', 'a code', ({ running }) => `/join/${running.code}`, all('shown')),
    route(
      '/join/[code]',
      'a code of a class that has ended',
      ({ ended }) => `/join/${ended.code}`,
      all('led on'),
    ),
    route('/_not-found', 'what is not there', () => '/nowhere', all('nothing')),
    route(
      '/_global-error',
      'the page for when everything fails',
      () => '/_global-error',
      all('broken'),
    ),
  ],
  deeds: [
    {
      action: 'signUp',
      says: 'a new account',
      at: () => '/sign-up',
      fields: (_world, asker) => ({
        name: 'New',
        email: `${asker}-${Date.now()}@example.org`,
        password: 'seven green submarines',
      }),
      answers: all('done'),
    },
    {
      action: 'signIn',
      says: 'the account of the stranger',
      at: () => '/sign-in',
      fields: ({ people, password }) => ({ identifier: people.stranger.login, password }),
      answers: all('done'),
    },
    {
      action: 'signIn',
      says: 'a wrong password',
      at: () => '/sign-in',
      fields: ({ people }) => ({ identifier: people.teacher.login, password: 'not the password' }),
      answers: all('told why'),
    },
    {
      action: 'signOut',
      says: 'their own session',
      at: () => '/account',
      fields: () => ({}),
      answers: but(all('done'), 'sign-in', 'nobody'),
    },
    {
      action: 'revokeOne',
      says: 'another session of their own',
      at: () => '/account',
      fields: (world, asker) => ({ session: sessionOf(world, asker) }),
      answers: but(all('done'), 'sign-in', 'nobody'),
    },
    {
      action: 'revokeOne',
      says: 'a session of the student',
      at: () => '/account',
      fields: ({ people }) => ({ session: people.student.otherSession }),
      answers: { ...but(all('led on'), 'done', 'student'), nobody: 'sign-in' },
    },
    {
      action: 'revokeOthers',
      says: 'their other sessions',
      at: () => '/account',
      fields: () => ({}),
      answers: but(all('done'), 'sign-in', 'nobody'),
    },
    {
      action: 'changePassword',
      says: 'their own password',
      at: () => '/account',
      fields: ({ password }) => ({ current: password, password: 'eleven slow elevators' }),
      answers: { ...but(all('done'), 'told why', 'guest'), nobody: 'sign-in' },
    },
    {
      action: 'join',
      says: 'a class that is running',
      at: ({ running }) => `/join/${running.code}`,
      fields: ({ running }) => ({ code: running.code }),
      answers: {
        ...onlyFor('done', 'stranger', 'otherTeacher', 'otherStudent'),
        ...Object.fromEntries(
          (['student', 'classmate', 'observer', 'coteacher', 'teacher'] as const).map((asker) => [
            asker,
            'led on',
          ]),
        ),
      },
    },
    {
      action: 'join',
      says: 'a class that has ended',
      at: ({ ended }) => `/join/${ended.code}`,
      fields: ({ ended }) => ({ code: ended.code }),
      answers: but(onlyFor('done'), 'told why', ...members),
    },
    {
      action: 'makeClass',
      says: 'a class of their own',
      at: () => '/classes',
      fields: () => ({ name: 'A new class', timeZone: 'Europe/Paris' }),
      answers: onlyFor('done', ...members),
    },
  ],
}
