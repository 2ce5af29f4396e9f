import { Button } from '@/components/ui/button'
import { Icon } from '@/components/ui/icon'
import type { Mode } from '@/lib/domain/course'
import type { NavigatorItem } from '@/lib/domain/open-attempt'
import { numbersOn, rangeText } from './pages'
import type { SheetWords } from './words'

/** Back, onward and, in practice, "Check": all submit the form, one of them is the main button. */
export function PageButtons({
  mode,
  page,
  pageCount,
  navigator,
  isToCheck,
  isAgain,
  words,
}: {
  mode: Mode
  page: number
  pageCount: number
  navigator: readonly NavigatorItem[]
  /** In practice: something on this page has not been checked yet. */
  isToCheck: boolean
  /** It was checked before, and there are tries left. */
  isAgain: boolean
  words: SheetWords['sheet']
}) {
  const toPage = (to: number) => rangeText(words.goto, numbersOn(navigator, to), navigator.length)
  const onward = isToCheck ? 'plain' : 'main'
  return (
    <div className="qgo">
      {page > 1 && (
        <Button type="submit" name="go" value="previous">
          <Icon name="arrow-left" /> {toPage(page - 1)}
        </Button>
      )}
      <span className="qgo-end">
        {page < pageCount && (
          <Button type="submit" name="go" value="next" variant={onward}>
            {mode === 'practice' && !isToCheck ? words['next-question'] : toPage(page + 1)}{' '}
            <Icon name="arrow-right" />
          </Button>
        )}
        {page >= pageCount && !isToCheck && (
          <Button type="submit" name="go" value="review" variant="main">
            {words.review[mode]}
          </Button>
        )}
        {isToCheck && (
          <Button type="submit" name="go" value="check" variant="main">
            {isAgain ? words.again : words.check}
          </Button>
        )}
        <Button type="submit" name="go" value="save" className="only-plain">
          {words.save.button}
        </Button>
      </span>
    </div>
  )
}
