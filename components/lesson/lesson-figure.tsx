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

/** A drawing as one image, named and told in words; its labels alone would be loose pieces. */
function Image({ svg, className, id }: { svg: string; className?: string; id: string }) {
  return (
    <div
      className={className}
      role="img"
      aria-labelledby={`${id}-number`}
      aria-describedby={`${id}-told`}
    >
      <div aria-hidden="true">
        <Drawing svg={svg} />
      </div>
    </div>
  )
}

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
  const id = `figure-${figure.id}`
  return (
    <figure className="block fig" aria-labelledby={id}>
      <p className="tag" id={`${id}-number`}>
        {t('figure', { number })}
      </p>
      <p className="fig-title" id={id}>
        {figure.title}
      </p>
      <Plate>
        {figure.interaction && figure.narrow ? (
          <InteractiveFigure
            interaction={figure.interaction}
            steps={figure.steps}
            words={figureWords.raw(figure.interaction)}
            stills={{
              wide: <Image svg={figure.wide} id={id} />,
              narrow: <Image svg={figure.narrow} id={id} />,
              wideBox: boxOf(figure.wide),
              narrowBox: boxOf(figure.narrow),
            }}
          />
        ) : (
          <>
            <Image
              className={figure.narrow ? 'drawing-wide has-narrow' : 'drawing-wide'}
              svg={figure.wide}
              id={id}
            />
            {figure.narrow && <Image className="drawing-narrow" svg={figure.narrow} id={id} />}
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
        <p>{figure.description}</p>
      </details>
      {/* What stands in a closed <details> describes nothing. */}
      <p id={`${id}-told`} hidden>
        {figure.description}
      </p>
    </figure>
  )
}
