import type { Case } from '@/tests/content/support'
import { edit, ruleTable } from '@/tests/content/support'

const drawing = 'figures/timeline.svg'
const line = '<line x1="0" y1="20" x2="100" y2="20" stroke="var(--ink)" stroke-width="1"/>'

const breach = (name: string, from: string, to: string, message: string): Case => [
  name,
  [edit(drawing, from, to)],
  [{ file: drawing, path: '', on: null, message }],
]
const drawn = (name: string, inserted: string, message: string) =>
  breach(name, line, `${line}${inserted}`, message)

ruleTable('figure-safe', 'a drawing holds nothing that runs, loads or clashes', [
  drawn('a script', '<script>alert(1)</script>', '<script> is not used in figures.'),
  drawn(
    'HTML inside',
    '<foreignObject width="1" height="1"></foreignObject>',
    '<foreignObject> is not used in figures.',
  ),
  drawn('an image', '<image x="0"/>', '<image> is not used in figures.'),
  drawn('an animation', '<animate dx="1"/>', '<animate> is not used in figures.'),
  drawn('a style block', '<style>*</style>', '<style> is not used in figures.'),
  drawn('an event', '<g onclick="x()"></g>', '<g>: onclick would run a script.'),
  drawn('an event in capitals', '<g onLoad="x()"></g>', '<g>: onLoad would run a script.'),
  drawn('a link', '<g href="x"></g>', '<g>: href would load something from elsewhere.'),
  drawn(
    'an old link',
    '<g xlink:href="x"></g>',
    '<g>: xlink:href would load something from elsewhere.',
  ),
  drawn(
    'a style attribute',
    '<g style="x"></g>',
    '<g>: style is not used: colours and sizes stand in attributes of their own.',
  ),
  drawn('an id', '<g id="a"></g>', '<g>: id is not used: several figures share a page.'),
  drawn('an address', '<path d="url(#a)"/>', '<path>: d refers to something elsewhere.'),
  drawn('an unknown attribute', '<g data-x="1"></g>', '<g>: data-x is not used in figures.'),
  drawn(
    'a colour that is none of ours',
    '<path fill="#ff0000"/>',
    '<path>: fill="#ff0000" is no colour of the design: use var(--ink) and the like, or currentColor.',
  ),
  drawn(
    'a class of its own',
    '<text class="shout">a</text>',
    '<text>: class “shout” is none of serif, sans, soft, halo.',
  ),
  drawn(
    'a comment',
    '<!-- a -->',
    'This is not understood: <!-- a --></svg>'.replace('</svg>', ''),
  ),
  drawn('an unquoted attribute', '<g opacity=1></g>', 'This is not understood: <g opacity=1></g>'),
  drawn('an element that is not closed', '<g>', '</svg> closes what was not opened.'),
  drawn('a lone ampersand', '<text>a & b</text>', 'The sign & stands alone. Write &amp;.'),
  breach(
    'a drawing whose box begins elsewhere',
    'viewBox="0 0 100 40"',
    'viewBox="10 0 100 40"',
    'Write the viewBox as viewBox="0 0 664 400": from 0 0, in double quotes.',
  ),
  breach(
    'a drawing whose box stands in single quotes',
    'viewBox="0 0 100 40"',
    "viewBox='0 0 100 40'",
    'Write the viewBox as viewBox="0 0 664 400": from 0 0, in double quotes.',
  ),
  breach('a drawing without its box', 'viewBox="0 0 100 40" ', '', '<svg> has no viewBox.'),
  breach(
    'a drawing without words',
    '<text x="10" y="12" class="sans soft" fill="currentColor">2023</text>',
    '',
    'The drawing has no <text>: name what is drawn.',
  ),
  [
    'a script in the narrow drawing',
    [edit('figures/timeline.narrow.svg', line, '<script></script>')],
    [
      {
        file: 'figures/timeline.narrow.svg',
        path: '',
        on: null,
        message: '<script> is not used in figures.',
      },
    ],
  ],
  [
    'an event in a mark of the key',
    [edit('figures/timeline.yaml', '<circle cx="8"', '<circle onclick="x" cx="8"')],
    [
      {
        file: 'figures/timeline.yaml',
        path: 'key.1.mark',
        on: '- mark: <svg viewBox="0 0 30 16" role="img"><circle onclick="x" cx="8" cy="8" r="4" fill="var(--accent)"/></svg>',
        message: '<circle>: onclick would run a script.',
      },
    ],
  ],
  [
    'words as a mark of the key',
    [
      edit(
        'figures/timeline.yaml',
        '<svg viewBox="0 0 30 16" role="img"><circle cx="8" cy="8" r="4" fill="var(--accent)"/></svg>',
        'dot',
      ),
    ],
    [
      {
        file: 'figures/timeline.yaml',
        path: 'key.1.mark',
        on: '- mark: dot',
        message: 'A mark is a small drawing or a sign, without words.',
      },
    ],
  ],
])
