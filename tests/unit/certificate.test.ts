import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isEarned, missingFor } from '@/lib/domain/certificate'
import { heightOf, LEVELS, type Level } from '@/lib/domain/mastery'

const known = fc.dictionary(fc.constantFrom('a', 'b', 'c', 'd'), fc.constantFrom<Level>(...LEVELS))

it('is earned exactly where every objective stands at Proficient or Mastered', () => {
  fc.assert(
    fc.property(known, fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e')), (levels, all) => {
      const map = new Map(Object.entries(levels))
      const held = all.filter((id) => heightOf(map.get(id) ?? 'not-started') >= 3)
      expect(missingFor(all, map)).toEqual(all.filter((id) => !held.includes(id)))
      expect(isEarned(all, map)).toBe(all.length > 0 && held.length === all.length)
    }),
  )
})
