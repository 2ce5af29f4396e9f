import { describe, expect, it } from 'vitest'
import { edit, findings, ruleTable } from '@/tests/content/support'

const lesson = 'lessons/second.md'
const link = (href: string) => edit(lesson, 'It ends there.', `It ends [there](${href}).`)
const refused = (href: string) => ({
  file: lesson,
  path: `link.${href}`,
  on: `It ends [there](${href}).`,
  message: `“${href}” is no address that begins with https://.`,
})

ruleTable('links', 'every link leads to an https address or to a section of its lesson', [
  ['an address without encryption', [link('http://a.example/')], [refused('http://a.example/')]],
  ['a script', [link('javascript:alert')], [refused('javascript:alert')]],
  ['a page of ours', [link('/courses')], [refused('/courses')]],
  ['an address without a host', [link('https:///x')], [refused('https:///x')]],
  [
    'an address with a name in it',
    [link('https://bank.example@evil.example/')],
    [refused('https://bank.example@evil.example/')],
  ],
  [
    'a section that does not exist',
    [link('#mor')],
    [
      {
        file: lesson,
        path: 'link.#mor',
        on: 'It ends [there](#mor).',
        message: 'This lesson has no section “mor”. Did you mean “more”?',
      },
    ],
  ],
  [
    'a source that is no web page',
    [edit('facts.yaml', 'https://agency.example/meeting', 'javascript:alert(1)')],
    [
      {
        file: 'facts.yaml',
        path: 'facts.A1.sources.1.url',
        on: 'url: javascript:alert(1)',
        message: '“javascript:alert(1)” is no web address.',
      },
    ],
  ],
  [
    'an article that is no web page',
    [edit('course.yaml', 'https://paper.example/meeting', 'ftp://paper.example/meeting')],
    [
      {
        file: 'course.yaml',
        path: 'article.url',
        on: 'url: ftp://paper.example/meeting',
        message: '“ftp://paper.example/meeting” is no web address.',
      },
    ],
  ],
])

describe('what a link may lead to', () => {
  it('is a heading inside a section, or a page with a path and a query', () => {
    for (const href of ['#a-heading-inside', 'https://a.example/b?c=d#e', 'https://a.example'])
      expect(findings('links', [link(href)])).toEqual([])
  })
  it('is for sources also a page without encryption', () => {
    const old = edit('facts.yaml', 'https://agency.example', 'http://agency.example')
    expect(findings('links', [old])).toEqual([])
  })
})
