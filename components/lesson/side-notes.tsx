import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { CHINESE, WithChinese } from '@/components/ui/chinese'
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
        <p>
          <WithChinese>{fact.text}</WithChinese>
        </p>
        <p className="cap">{t(`mark.${fact.mark}`)}</p>
        <FactSources fact={fact} />
      </div>
    </>
  )
}

const capitalised = (term: string) => term.charAt(0).toUpperCase() + term.slice(1)

function TermNote({ note: { term } }: { note: NoteOf<'term'> }) {
  const t = useTranslations('lesson')
  const { zh, fr, definition } = term
  // The stop is no word of its own, which a screen reader would say alone.
  const name = `${capitalised(term.term)}${zh || fr ? '' : '.'}`
  return (
    <>
      <p className="tag">
        <Icon name="book" /> {t('term')}
      </p>
      <p>
        <dfn>{name}</dfn>
        {zh && (
          <>
            {' '}
            <span lang={CHINESE}>{`${zh}${fr ? '' : '.'}`}</span>
          </>
        )}
        {fr && (
          <>
            {' '}
            <i lang="fr">{`${fr}.`}</i>
          </>
        )}
        {` ${definition}`}
      </p>
    </>
  )
}

const bodies: { [Kind in SideNote['kind']]: (note: NoteOf<Kind>) => ReactNode } = {
  fact: (note) => <FactNote note={note} />,
  term: (note) => <TermNote note={note} />,
}

const looks: Record<SideNote['kind'], string> = { fact: 'side fact', term: 'side gloss' }

/** A note says which fact or term it is about: there are many of either kind. */
function nameOf(note: SideNote, term: (name: string) => string) {
  return note.kind === 'term'
    ? { 'aria-label': term(note.term.term) }
    : { 'aria-labelledby': `${note.anchor}-title` }
}

/**
 * The notes of one block: in the margin of a wide screen; on a narrow one each is hidden until its
 * citation is followed, and goes back to it when it is closed. Both without JavaScript.
 */
export function SideNotes({ notes }: { notes: readonly SideNote[] }) {
  const t = useTranslations('lesson')
  if (notes.length === 0) return null
  return (
    <div className="notes">
      {notes.map((note) => {
        const body = bodies[note.kind] as (note: SideNote) => ReactNode
        return (
          <aside
            key={note.anchor}
            role="note"
            className={note.isAgain ? `${looks[note.kind]} again` : looks[note.kind]}
            id={note.anchor}
            {...nameOf(note, (term) => t('termOf', { term }))}
          >
            {body(note)}
            <p className="side-close">
              {note.backs.map((back, place) => (
                <a key={back} href={`#${back}`}>
                  {place === 0 ? t('close') : t('closeTo', { number: place + 1 })}
                </a>
              ))}
            </p>
          </aside>
        )
      })}
    </div>
  )
}
