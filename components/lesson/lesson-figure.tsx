import { useTranslations } from 'next-intl'
import { InteractiveFigure } from '@/components/figure/interactive-figure'
import { Plate } from '@/components/ui/plate'
import type { Figure } from '@/lib/domain/lesson'
import { FactRef } from './inlines'
import type { NotePlan } from './note-plan'

/**
 * Drawings come from the course's own files, and a content rule lets only plain shapes and text
 * into them, without scripts, styles, addresses or ids. So they are set in as they stand: they
 * need the page's own tokens, which an image file would not see.
 */
function Drawing({ svg, className }: { svg: string; className?: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: trusted and checked, see above
  return <div className={className} dangerouslySetInnerHTML={{ __html: svg }} />
}

const labelled = (svg: string, title: string, words: string) =>
  svg.replace(/^\s*<svg/, `<svg aria-labelledby="${title}" aria-describedby="${words}"`)

/** The coordinates that a drawing is made in. */
const boxOf = (svg: string) => /viewBox="([^"]*)"/.exec(svg)?.[1] ?? '0 0 1 1'

/** A plate with its number, title, key, scale and facts, and the whole figure in words. */
export function LessonFigure({
  figure,
  number,
  plan,
}: {
  figure: Figure
  number: number
  plan: NotePlan
}) {
  const t = useTranslations('lesson')
  const figureWords = useTranslations('figure')
  const title = `figure-${figure.id}`
  const words = `${title}-words`
  return (
    <figure className="block fig" aria-labelledby={title}>
      <p className="tag">{t('figure', { number })}</p>
      <p className="fig-title" id={title}>
        {figure.title}
      </p>
      <Plate>
        {figure.interaction && figure.narrow ? (
          <InteractiveFigure
            interaction={figure.interaction}
            steps={figure.steps}
            words={figureWords.raw(figure.interaction)}
            stills={{
              wide: <Drawing svg={labelled(figure.wide, title, words)} />,
              narrow: <Drawing svg={labelled(figure.narrow, title, words)} />,
              wideBox: boxOf(figure.wide),
              narrowBox: boxOf(figure.narrow),
            }}
          />
        ) : (
          <>
            <Drawing
              className={figure.narrow ? 'drawing-wide has-narrow' : 'drawing-wide'}
              svg={labelled(figure.wide, title, words)}
            />
            {figure.narrow && (
              <Drawing className="drawing-narrow" svg={labelled(figure.narrow, title, words)} />
            )}
          </>
        )}
      </Plate>
      {figure.key.length > 0 && (
        <ul className="fig-key">
          {figure.key.map(({ mark, text }) => (
            <li key={text}>
              <span aria-hidden="true">
                <Drawing className="drawing" svg={mark} />
              </span>
              <span>{text}</span>
            </li>
          ))}
        </ul>
      )}
      <figcaption>
        <b>{figure.scale.replace(/\.$/, '')}.</b> {figure.caption}
        {figure.facts.map((id) => (
          <span key={id}>
            {' '}
            <FactRef id={id} citation={plan.figureCitationOf(figure, id)} />
          </span>
        ))}
      </figcaption>
      <details className="fig-words">
        <summary>{t('inWords')}</summary>
        <p id={words}>{figure.description}</p>
      </details>
    </figure>
  )
}
