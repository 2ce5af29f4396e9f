/** The tables of an Anki collection, schema 11: the oldest that every Anki since 2.0 opens. */
export const SCHEMA = `
create table col (id integer primary key, crt integer not null, mod integer not null,
  scm integer not null, ver integer not null, dty integer not null, usn integer not null,
  ls integer not null, conf text not null, models text not null, decks text not null,
  dconf text not null, tags text not null);
create table notes (id integer primary key, guid text not null, mid integer not null,
  mod integer not null, usn integer not null, tags text not null, flds text not null,
  sfld integer not null, csum integer not null, flags integer not null, data text not null);
create table cards (id integer primary key, nid integer not null, did integer not null,
  ord integer not null, mod integer not null, usn integer not null, type integer not null,
  queue integer not null, due integer not null, ivl integer not null, factor integer not null,
  reps integer not null, lapses integer not null, left integer not null, odue integer not null,
  odid integer not null, flags integer not null, data text not null);
create table revlog (id integer primary key, cid integer not null, usn integer not null,
  ease integer not null, ivl integer not null, lastIvl integer not null, factor integer not null,
  time integer not null, type integer not null);
create table graves (usn integer not null, oid integer not null, type integer not null);
create index ix_notes_usn on notes (usn);
create index ix_cards_usn on cards (usn);
create index ix_revlog_usn on revlog (usn);
create index ix_cards_nid on cards (nid);
create index ix_cards_sched on cards (did, queue, due);
create index ix_revlog_cid on revlog (cid);
create index ix_notes_csum on notes (csum);
`

const FIELDS = ['Question', 'Answer', 'Why', 'Source']
const CSS = `.card { font-family: serif; font-size: 20px; line-height: 1.45; max-width: 42rem; margin: auto; }
.why { margin-top: 1em; } .source { margin-top: 1em; font-size: 16px; opacity: .75; }`

/** The one kind of note: a question, and behind it the answer, why, and where it stands. */
export const noteType = (id: number, deck: number, modified: number) => ({
  [id]: {
    ...{ id, name: 'Rendezvous', type: 0, mod: modified, usn: -1, sortf: 0, did: deck },
    ...{ latexPre: '', latexPost: '', tags: [], vers: [], css: CSS },
    req: [[0, 'any', [0]]],
    flds: FIELDS.map((name, ord) => ({
      ...{ name, ord, sticky: false, rtl: false, font: 'Arial', size: 20, media: [] },
    })),
    tmpls: [
      {
        ...{ name: 'Card 1', ord: 0, did: null, bqfmt: '', bafmt: '' },
        qfmt: '{{Question}}',
        afmt: '{{FrontSide}}<hr id="answer">{{Answer}}<div class="why">{{Why}}</div><div class="source">{{Source}}</div>',
      },
    ],
  },
})

/** A deck of the name; Anki wants one with the id 1 beside it. */
export const deckOf = (id: number, name: string, modified: number) => ({
  ...{ id, name, desc: '', mod: modified, usn: -1, collapsed: false, browserCollapsed: false },
  ...{ dyn: 0, conf: 1, extendNew: 0, extendRev: 50 },
  ...{ newToday: [0, 0], revToday: [0, 0], lrnToday: [0, 0], timeToday: [0, 0] },
})

/** How cards are asked: Anki's own usual ways. */
export const USUAL_OPTIONS = {
  1: {
    ...{ id: 1, name: 'Default', mod: 0, usn: 0, maxTaken: 60, autoplay: true, timer: 0 },
    ...{ replayq: true, dyn: false },
    new: {
      delays: [1, 10],
      ints: [1, 4, 7],
      initialFactor: 2500,
      order: 1,
      perDay: 20,
      bury: false,
    },
    rev: {
      perDay: 200,
      ease4: 1.3,
      fuzz: 0.05,
      ivlFct: 1,
      maxIvl: 36500,
      bury: false,
      hardFactor: 1.2,
    },
    lapse: { delays: [10], mult: 0, minInt: 1, leechFails: 8, leechAction: 0 },
  },
}

export const configOf = (deck: number, model: number) => ({
  ...{ activeDecks: [deck], curDeck: deck, curModel: model, newSpread: 0, collapseTime: 1200 },
  ...{ timeLim: 0, estTimes: true, dueCounts: true, nextPos: 1, sortType: 'noteFld' },
  ...{ sortBackwards: false, addToCur: true },
})
