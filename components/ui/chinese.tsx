import { Fragment } from 'react'

/** How Chinese is marked, so that it is spoken and drawn as such: our courses write it simplified. */
export const CHINESE = 'zh-Hans'

/** Chinese characters with what stands between two of them: 南极-艾特肯盆地, 软X射线成像仪. */
const RUNS = /(\p{Script=Han}+(?:[\w·\-（）／“”]{1,3}\p{Script=Han}+)*）?)/u

/** A text in the language of the page, with its Chinese marked as Chinese. */
export function WithChinese({ children }: { children: string }) {
  // Splitting by a group gives the runs at the odd places.
  return children.split(RUNS).map((piece, place) =>
    place % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the pieces of a text never change places
      <span key={place} lang={CHINESE}>
        {piece}
      </span>
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: see above
      <Fragment key={place}>{piece}</Fragment>
    ),
  )
}
