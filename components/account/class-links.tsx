import type { LeftClass } from '@/lib/domain/erasure'

/** Classes by name, each leading to it or to a page of it. */
export function ClassLinks({ of, to = '' }: { of: readonly LeftClass[]; to?: string }) {
  return of.map(({ id, name }, place) => (
    <span key={id}>
      {place > 0 && ', '}
      <a href={`/classes/${id}${to}`}>{name}</a>
    </span>
  ))
}
