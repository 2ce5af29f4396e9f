import { expect, test } from '@/tests/support/browser'
import { expectSound } from '@/tests/support/inspect'
import { cookieOf } from '@/tests/support/rights/ask'
import { makeWorld } from '@/tests/support/rights/made'
import { routeRows } from '@/tests/support/rights/matrix'
import type { RouteRow } from '@/tests/support/rights/rows'
import { ASKERS, type Asker, type World } from '@/tests/support/rights/world'

// One world for all, made once: tests of a file run one after the other.
test.describe.configure({ mode: 'default' })
test.setTimeout(90_000)

let world: World
test.beforeAll(() => {
  world = makeWorld()
})

const isPage = ({ route, send }: RouteRow): boolean =>
  !send && !/^\/api\/|\.|^\/_global-error/.test(route)
const readersOf = ({ answers }: RouteRow): Asker[] =>
  ASKERS.filter((asker) => answers[asker] === 'shown')

const pages = routeRows.filter((row) => isPage(row) && readersOf(row).length > 0)

/** Each page by one of those who are shown it, in turn; by all of them with `MANY=1`. */
const chosen = (row: RouteRow, place: number): Asker[] => {
  const readers = readersOf(row)
  return process.env.MANY ? readers : readers.slice(place % readers.length).slice(0, 1)
}

for (const [place, row] of pages.entries())
  for (const asker of chosen(row, place))
    test(`${row.route}, ${row.says}, has no finding of axe, as ${asker} sees it`, async ({
      page,
      context,
      baseURL,
    }) => {
      if (asker !== 'nobody') {
        const [name = '', value = ''] = cookieOf(world, asker).split('=')
        await context.addCookies([{ name, value, url: baseURL ?? '' }])
      }
      const answer = await page.goto(row.at(world))
      expect(answer?.status()).toBe(200)
      await expectSound(page)
    })
