import { ButtonLink } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { PrintButton } from '@/components/ui/print-button'
import { counted } from '@/components/ui/words'
import type { RosterTold } from '@/lib/domain/roster'
import { QrCode } from './qr-code'
import type { FormWords } from './roster-words'

/** The cards of new pupils, to be printed and cut apart. */
export function PupilCards({
  told: { cards, site, className },
  classId,
  words,
}: {
  told: Extract<RosterTold, { step: 'cards' }>
  classId: string
  words: FormWords
}) {
  return (
    <section aria-labelledby="cards-title" className="cards">
      <h2 id="cards-title">{counted(words.cardsTitle, cards.length)}</h2>
      <Notice tone="information">
        <p>{cards.length > 0 ? words.cardsNotice : words.cardsNobody}</p>
      </Notice>
      <ul>
        {cards.map(({ name, username, password, qr }) => (
          <li key={username}>
            <div>
              <p className="card-name">{name}</p>
              <p className="cap">{className}</p>
              <dl>
                <dt>{words.cardSite}</dt>
                <dd>{site}</dd>
                <dt>{words.cardUsername}</dt>
                <dd>{username}</dd>
                <dt>{words.cardPassword}</dt>
                <dd className="num">{password}</dd>
              </dl>
            </div>
            <QrCode qr={qr} label={words.cardQr} />
          </li>
        ))}
      </ul>
      <p className="acts">
        {cards.length > 0 && <PrintButton label={words.print} />}
        <ButtonLink href={`/classes/${classId}/people`}>{words.back}</ButtonLink>
      </p>
    </section>
  )
}
