import { COURSE, EVERY_KIND, LESSON, QUIZ } from '@/tests/support/quizzes'
import { type Area, all, astray, but, deedIn, inClasses, membersRead, onlyFor, route } from './rows'
import { members } from './site'

const [, course = '', quiz = ''] = /^\/courses\/([^/]+)\/quizzes\/([^/]+)$/.exec(QUIZ) ?? []
const lesson = LESSON.split('/').at(-1) ?? ''

/** An attempt is its learner's; to everybody else it is not there, but for who has no session. */
const own = (verdict: 'led on' | 'done') => ({
  ...but(all('nothing'), verdict, 'student'),
  nobody: 'sign-in' as const,
})
/** Its pages are opened with a password of one's own only. */
const ownPage = (verdict: 'shown' | 'led on') => ({
  ...but(all('nothing'), verdict, 'student'),
  nobody: 'sign-in' as const,
  novice: 'of one’s own' as const,
})
/** Once it is handed in it may be read by those who teach or observe the class, too. */
const STAFF = ['observer', 'coteacher', 'teacher'] as const
const handedIn = (verdict: 'shown' | 'led on') => but(ownPage(verdict), verdict, ...STAFF)

/** The courses, and attempts. */
export const learn: Area = {
  routes: [
    route('/courses/[course]', 'a course', () => COURSE, all('shown')),
    route('/courses/[course]', 'none', () => '/courses/nothing', all('nothing')),
    route('/courses/[course]/glossary', 'a course', () => `${COURSE}/glossary`, all('shown')),
    route('/courses/[course]/search', 'a course', () => `${COURSE}/search?q=orbit`, all('shown')),
    route('/courses/[course]/sources', 'a course', () => `${COURSE}/sources`, all('shown')),
    route('/courses/[course]/timeline', 'a course', () => `${COURSE}/timeline`, all('shown')),
    route('/courses/[course]/lessons/[lesson]', 'a lesson', () => LESSON, all('shown')),
    route('/courses/[course]/quizzes/[quiz]', 'a quiz', () => QUIZ, all('shown')),
    route('/progress', 'their own progress', () => '/progress', all('shown')),
    ...inClasses(
      '/assignments/[assignmentId]',
      ({ assignment }) => `/assignments/${assignment}`,
      membersRead,
    ),
    ...inClasses(
      '/attempts/[attemptId]',
      ({ open }) => `/attempts/${open}`,
      ownPage('shown'),
      handedIn('led on'),
    ),
    ...inClasses(
      '/attempts/[attemptId]/review',
      ({ open }) => `/attempts/${open}/review`,
      ownPage('shown'),
      handedIn('led on'),
    ),
    ...inClasses(
      '/attempts/[attemptId]/result',
      ({ done }) => `/attempts/${done}/result`,
      handedIn('shown'),
    ),
    route(
      '/attempts/[attemptId]/result',
      'an attempt under way',
      ({ running }) => `/attempts/${running.open}/result`,
      ownPage('led on'),
    ),
  ],
  deeds: [
    {
      action: 'markRead',
      says: 'a lesson, as oneself or as a new guest',
      at: () => LESSON,
      fields: () => ({ course, lesson }),
      answers: all('done'),
    },
    {
      action: 'startPractice',
      says: 'practice, as oneself or as a new guest',
      at: () => EVERY_KIND,
      fields: () => ({ course, quiz: 'every-kind' }),
      answers: all('done'),
    },
    {
      action: 'startTest',
      says: 'a test for oneself',
      at: () => QUIZ,
      fields: () => ({ course, quiz }),
      answers: onlyFor('done', ...members),
    },
    ...deedIn(
      'begin',
      ({ assignment }) => `/assignments/${assignment}`,
      ({ assignment }) => ({ assignmentId: assignment }),
      // The student has one under way and is led to it.
      but(onlyFor('done', 'classmate', 'coteacher', 'teacher'), 'led on', 'student'),
      but(onlyFor('done'), 'told why', 'student', 'classmate', 'coteacher', 'teacher'),
    ),
    astray(
      'turnPage',
      'an attempt under way',
      ({ running }) => `/attempts/${running.open}`,
      ({ running }) => ({ attemptId: running.open, page: '1', flag: 'q1' }),
      own('done'),
    ),
    astray(
      'turnPage',
      'an answer of an attempt with several tries',
      ({ running }) => `/attempts/${running.tries.attempt}`,
      ({ running }) => ({
        ...{ attemptId: running.tries.attempt, page: '1', go: 'check', sure: '1' },
        ...{ 'r.q1': 'false', 'v.q1': '0', 't.q1': '0' },
      }),
      own('done'),
    ),
    astray(
      'turnPage',
      'an answer of an attempt with several tries in a class that has ended',
      ({ ended }) => `/attempts/${ended.tries.attempt}`,
      ({ ended }) => ({
        ...{ attemptId: ended.tries.attempt, page: '1', go: 'check', sure: '1' },
        ...{ 'r.q1': 'false', 'v.q1': '0', 't.q1': '0' },
      }),
      but(own('led on'), 'led on', ...STAFF),
    ),
    astray(
      'turnPage',
      'an attempt that was handed in',
      ({ running }) => `/attempts/${running.done}`,
      ({ running }) => ({ attemptId: running.done, page: '1', flag: 'q1' }),
      but(own('led on'), 'led on', ...STAFF),
    ),
    astray(
      'handIn',
      'an attempt under way',
      ({ running }) => `/attempts/${running.open}/review`,
      ({ running }) => ({ attemptId: running.open }),
      own('done'),
    ),
    astray(
      'handIn',
      'an attempt that was handed in',
      ({ running }) => `/attempts/${running.done}/review`,
      ({ running }) => ({ attemptId: running.done }),
      but(own('led on'), 'led on', ...STAFF),
    ),
  ],
}
