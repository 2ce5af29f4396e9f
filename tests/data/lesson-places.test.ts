import { afterAll, expect, it } from 'vitest'
import { disconnect } from '@/lib/data/db'
import { forgetPlace, listPlaces, recordPlace } from '@/lib/data/lesson-places'
import { newGuest, newMember } from '@/tests/support/people'
import { after, noon } from '@/tests/support/versions'

afterAll(disconnect)

const place = (lessonSlug: string, anchor: string, at = noon) => ({ lessonSlug, anchor, at })

it('keeps the newest place of each lesson, whatever order they arrive in', async () => {
  for (const viewer of [await newMember(), await newGuest()]) {
    await recordPlace(viewer, 'course', place('one', 'later', after(2)))
    await recordPlace(viewer, 'course', place('one', 'earlier', after(1)))
    await recordPlace(viewer, 'course', place('two', 'first', after(3)))
    expect(await listPlaces(viewer, 'course')).toEqual([
      place('two', 'first', after(3)),
      place('one', 'later', after(2)),
    ])
    expect(await listPlaces(viewer, 'elsewhere')).toEqual([])
    await forgetPlace(viewer, 'course', 'two')
    expect((await listPlaces(viewer, 'course')).map(({ lessonSlug }) => lessonSlug)).toEqual([
      'one',
    ])
  }
  expect(await listPlaces(await newMember(), 'course')).toEqual([])
})
