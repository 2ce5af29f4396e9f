import { sampleFiles } from '@/tests/content/sample-course'
import { edit, remove, ruleTable, write } from '@/tests/content/support'

ruleTable('lesson-quiz', 'lessons and quizzes are listed, exist and agree about each other', [
  [
    'a listed lesson that does not exist',
    [edit('course.yaml', '[first, second]', '[first, second, thrid]')],
    [
      {
        file: 'course.yaml',
        path: 'stages.1.lessons.3',
        on: 'lessons: [first, second, thrid]',
        message: 'There is no lesson “thrid”.',
      },
    ],
  ],
  [
    'a lesson that is listed twice',
    [edit('course.yaml', '[first, second]', '[first, second, first]')],
    [
      {
        file: 'course.yaml',
        path: 'stages.1.lessons.3',
        on: 'lessons: [first, second, first]',
        message: 'The lesson “first” is listed twice.',
      },
    ],
  ],
  [
    'a lesson that is not listed',
    [edit('course.yaml', '[first, second]', '[first]')],
    [
      {
        file: 'lessons/second.md',
        path: '',
        on: 'title: The second lesson',
        message: 'course.yaml does not list this lesson in a stage.',
      },
    ],
  ],
  [
    'a listed quiz that does not exist',
    [edit('course.yaml', 'quizzes: [practice]', 'quizzes: [practice, practise]')],
    [
      {
        file: 'course.yaml',
        path: 'quizzes.2',
        on: 'quizzes: [practice, practise]',
        message: 'There is no quiz “practise”. Did you mean “practice”?',
      },
    ],
  ],
  [
    'a quiz without a lesson that is not listed',
    [edit('course.yaml', 'quizzes: [practice]', 'quizzes: []')],
    [
      {
        file: 'quizzes/practice.yaml',
        path: '',
        on: 'title: Practice',
        message:
          'This quiz belongs to no lesson, and course.yaml does not list it under “quizzes”.',
      },
    ],
  ],
  [
    'a quiz of a lesson that is listed among those without one',
    [edit('course.yaml', 'quizzes: [practice]', 'quizzes: [practice, first]')],
    [
      {
        file: 'course.yaml',
        path: 'quizzes.2',
        on: 'quizzes: [practice, first]',
        message:
          'The quiz “first” belongs to the lesson “first”; only quizzes without a lesson stand here.',
      },
    ],
  ],
  [
    'a lesson whose quiz does not exist',
    [edit('lessons/second.md', 'objectives:', 'quiz: frist\nobjectives:')],
    [
      {
        file: 'lessons/second.md',
        path: 'quiz',
        on: 'quiz: frist',
        message: 'There is no quiz “frist”. Did you mean “first”?',
      },
    ],
  ],
  [
    'a lesson that names the quiz of another',
    [edit('lessons/second.md', 'objectives:', 'quiz: first\nobjectives:')],
    [
      {
        file: 'lessons/second.md',
        path: 'quiz',
        on: 'quiz: first',
        message: 'The quiz “first” does not say “lesson: second”.',
      },
    ],
  ],
  [
    'a quiz that its lesson does not name',
    [edit('lessons/first.md', 'quiz: first\n', '')],
    [
      {
        file: 'quizzes/first.yaml',
        path: 'lesson',
        on: 'lesson: first',
        message: 'The lesson “first” does not say “quiz: first”.',
      },
    ],
  ],
  [
    'a quiz of a lesson that does not exist',
    [
      write(
        'quizzes/third.yaml',
        (sampleFiles['quizzes/first.yaml'] ?? '').replace('lesson: first', 'lesson: third'),
      ),
    ],
    [
      {
        file: 'quizzes/third.yaml',
        path: 'lesson',
        on: 'lesson: third',
        message: 'There is no lesson “third”.',
      },
    ],
  ],
  [
    'a quiz that is named and missing',
    [remove('quizzes/practice.yaml')],
    [
      {
        file: 'course.yaml',
        path: 'quizzes.1',
        on: 'quizzes: [practice]',
        message: 'There is no quiz “practice”.',
      },
    ],
  ],
])
