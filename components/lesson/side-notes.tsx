import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { Icon } from '@/components/ui/icon'
import { FactDate, FactMonth, FactSources } from './fact-parts'
import type { SideNote } from './note-plan'

type NoteOf<Kind extends SideNote['kind']> = Extract<SideNote, { kind: Kind }>

/** Brief in the margin, where the text beside it says the rest; whole once it is asked for. */
function FactNote({ note: { anchor, fact, isAgain } }: { note: NoteOf<'fact'> }) {
  const t = useTranslations('lesson')
  const [first] = fact.sources
  return (
    <>
      {!isAgain && (
        <a className="side-brief" href={`#${anchor}`} tabIndex={-1}>
          <span className="ref">{fact.id}</span>
          <span>
            {first?.publisher}, <FactMonth fact={fact} />
          </span>
        </a>
      )}
      <div className="side-full">
        <p className="tag" id={`${anchor}-title`}>
          <span className="ref">{fact.id}</span> <FactDate fact={fact} />
        </p>
        <p>{fact.text}</p>
        <p className="cap">{t(`mark.${fact.mark}`)}</p>
        <FactSources fact={fact} />
      </div>
    </>
  )
}

const capitalised = (term: string) => term.charAt(0).toUpperCase() + term.slice(1)

function TermNote({ note: { anchor, term } }: { note: NoteOf<'term'> }) {
  const t = useTranslations('lesson')
  return (
    <>
      <p className="tag" id={`${anchor}-title`}>
        <Icon name="book" /> {t('term')}
      </p>
      <p>
        <dfn>{capitalised(term.term)}</dfn>
        {term.zh && (
          <>
            {' '}
            <span lang="zh">{term.zh}</span>
          </>
        )}
        {term.fr && (
          <>
            {' '}
            <i lang="fr">{term.fr}</i>
          </>
        )}
        . {term.definition}
      </p>
    </>
  )
}

const bodies: { [Kind in SideNote['kind']]: (note: NoteOf<Kind>) => ReactNode } = {
  fact: (note) => <FactNote note={note} />,
  term: (note) => <TermNote note={note} />,
}

const looks: Record<SideNote['kind'], string> = { fact: 'side fact', term: 'side gloss' }

/**
 * The notes of one block: in the margin of a wide screen; on a narrow one each is hidden until its
 * citation is followed, and goes back to it when it is closed. Both without JavaScript.
 */
export function SideNotes({ notes }: { notes: readonly SideNote[] }) {
  const t = useTranslations('lesson')
  return notes.map((note) => {
    const body = bodies[note.kind] as (note: SideNote) => ReactNode
    return (
      <aside
        key={note.anchor}
        role="note"
        className={note.isAgain ? `${looks[note.kind]} again` : looks[note.kind]}
        id={note.anchor}
        aria-labelledby={`${note.anchor}-title`}
      >
        {body(note)}
        <a className="side-close" href={`#${note.back}`}>
          {t('close')}
        </a>
      </aside>
    )
  })
}
