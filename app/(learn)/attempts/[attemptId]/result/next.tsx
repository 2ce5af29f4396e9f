import { getTranslations } from 'next-intl/server'
import { Button, ButtonLink } from '@/components/ui/button'
import type { FoundAttempt } from '@/lib/data/attempts'
import { redoMissed } from './actions'

type Words = 'class' | 'again' | 'done'

/**
 * What to do after a result of one's own: what was missed, where there is something and it may be
 * known; else back to the class, the quiz or the map.
 *
 * @param missed the ids of the questions to practise again
 */
export async function nextAfter(
  { id, assignmentId, version }: FoundAttempt,
  missed: readonly string[],
  isFull: boolean,
) {
  const t = await getTranslations('quiz')
  const numbers = await getTranslations('result.numbers')
  const course = `/courses/${version.course.slug}`
  const ways: Record<Words, string> = {
    class: `/assignments/${assignmentId}`,
    again: `${course}/quizzes/${version.slug}`,
    done: course,
  }
  const way: Words = assignmentId ? 'class' : isFull ? 'done' : 'again'
  const count = missed.length
  if (count === 0)
    return {
      title: t(`next.${way}Title`),
      text: t(`next.${way}Text`),
      action: (
        <ButtonLink variant="main" href={ways[way]}>
          {t(`next.${way}Go`)}
        </ButtonLink>
      ),
    }
  const word = numbers.has(String(count)) ? numbers(String(count)) : String(count)
  return {
    title: t('redo.title', { count, word: word.charAt(0).toUpperCase() + word.slice(1) }),
    text: t('redo.text'),
    action: (
      <div className="acts">
        <form action={redoMissed}>
          <input type="hidden" name="attemptId" value={id} />
          <Button type="submit" variant="main">
            {t('redo.go', { count, word })}
          </Button>
        </form>
        <ButtonLink href={ways[way]}>{t(`next.${way}Go`)}</ButtonLink>
      </div>
    ),
  }
}
