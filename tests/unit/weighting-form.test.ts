import { describe, expect, it } from 'vitest'
import { readWeighting } from '@/lib/domain/weighting-form'

const now = {
  missing: 'ignored' as const,
  otherWeight: 1,
  categories: [
    { id: 'tests', name: 'Tests', weight: 2 },
    { id: 'talks', name: 'Talks', weight: 1 },
  ],
  assignments: [{ assignmentId: 'a1' }, { assignmentId: 'a2' }],
}
const form = {
  missing: ['zero'],
  otherWeight: ['3'],
  'name-tests': [' Big tests '],
  'weight-tests': ['60'],
  'name-talks': ['Talks'],
  'weight-talks': ['0'],
  'name-new1': [''],
  'weight-new1': ['1'],
  'category-a1': ['tests'],
  'weight-a1': ['2'],
  'category-a2': [''],
  'weight-a2': ['1'],
}
const faultsOf = (changes: Record<string, string[]>) => {
  const read = readWeighting({ ...form, ...changes }, now)
  return read.ok ? {} : read.faults
}

describe('how a class is weighed, from a form', () => {
  it('is what it says, with names cut to what they are', () => {
    expect(readWeighting({ ...form, 'name-new2': ['New'], 'weight-new2': ['7'] }, now)).toEqual({
      ok: true,
      value: {
        missing: 'zero',
        otherWeight: 3,
        categories: [
          { id: 'tests', name: 'Big tests', weight: 60 },
          { id: 'talks', name: 'Talks', weight: 0 },
          { id: null, name: 'New', weight: 7 },
        ],
        assignments: [
          { assignmentId: 'a1', categoryId: 'tests', weight: 2 },
          { assignmentId: 'a2', categoryId: null, weight: 1 },
        ],
      },
    })
  })
  it('takes away a category whose name is empty, and leaves its quizzes without one', () => {
    const read = readWeighting({ ...form, 'name-tests': [''], 'weight-tests': ['nonsense'] }, now)
    expect(read.ok && read.value.categories.map(({ id }) => id)).toEqual(['talks'])
    expect(read.ok && read.value.assignments[0]?.categoryId).toBeNull()
  })
  it.each([
    [{ otherWeight: ['-1'] }, { otherWeight: 'weight' }],
    [{ otherWeight: ['1.5'] }, { otherWeight: 'weight' }],
    [{ 'weight-a1': ['1001'] }, { 'weight-a1': 'weight' }],
    [{ 'weight-a2': [''] }, { 'weight-a2': 'weight' }],
    [{ missing: ['half'] }, { missing: 'choice' }],
    [{ 'category-a1': ['somebody else’s'] }, { 'category-a1': 'choice' }],
    [{ 'name-new1': ['tests'], 'name-tests': ['Tests'] }, { 'name-new1': 'categoryTwice' }],
    [{ 'name-new1': ['x'.repeat(81)] }, { 'name-new1': 'name' }],
    [{ 'name-talks': ['\u200b'] }, { 'name-talks': 'name' }],
    [
      { otherWeight: ['x'], 'weight-a1': ['y'] },
      { otherWeight: 'weight', 'weight-a1': 'weight' },
    ],
  ])('is refused at its fields, all at once: %j', (changes, faults) => {
    expect(faultsOf(changes)).toEqual(faults)
  })
})
