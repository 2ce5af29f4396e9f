import type { Page } from '@playwright/test'
import { expect } from './browser'
import { formAt, post } from './forms'

/** Makes accounts in a class from a list of names, without walking through the pages. */
export async function addStudents(teacher: Page, classroom: string, names: string[]) {
  const { request } = teacher.context()
  const at = `${classroom}/people/import`
  const form = await formAt(request, at, 'name="users"')
  const answer = await post(request, at, form, {
    fields: { step: 'write', text: names.join('\n') },
  })
  expect(answer.ok(), 'making accounts').toBe(true)
}
