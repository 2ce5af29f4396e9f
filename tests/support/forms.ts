import { type APIRequestContext, type APIResponse, expect, type Page } from '@playwright/test'

/** A form as a browser without JavaScript knows it. */
export interface PlainForm {
  fields: [name: string, value: string][]
  /** Whatever stands between its tags. */
  html: string
}

const ENTITIES: Record<string, string> = { quot: '"', amp: '&', lt: '<', gt: '>', '#x27': "'" }
const decode = (text: string) =>
  text.replace(/&(quot|amp|lt|gt|#x27);/g, (all, name: string) => ENTITIES[name] ?? all)

const attribute = (tag: string, name: string): string | null => {
  const found = new RegExp(`\\s${name}="([^"]*)"`).exec(tag)
  return found ? decode(found[1] ?? '') : null
}

/** The forms of a page that post back to it, with their hidden fields. */
export function formsOf(html: string): PlainForm[] {
  return [...html.matchAll(/<form\b[^>]*>([\s\S]*?)<\/form>/g)].map(([, inner = '']) => ({
    html: inner,
    fields: [...inner.matchAll(/<input\b[^>]*>/g)].flatMap(([tag]) => {
      const name = attribute(tag, 'name')
      const isHidden = attribute(tag, 'type') === 'hidden'
      return name !== null && isHidden ? [[name, attribute(tag, 'value') ?? ''] as const] : []
    }) as [string, string][],
  }))
}

/** The one form of a page that holds this text, such as its button's label. */
export async function formAt(
  request: APIRequestContext,
  address: string,
  text: string,
): Promise<PlainForm> {
  const html = await (await request.get(address)).text()
  const form = formsOf(html).find((each) => each.html.includes(text))
  if (!form) throw new Error(`${address} has no form with ${text}`)
  return form
}

export interface Sending {
  /** Beside the form's own hidden fields, or in their place. */
  fields?: Record<string, string>
  files?: Record<string, File>
  /** In place of a same-origin post's. */
  headers?: Record<string, string>
}

/** Posts a form as a browser without JavaScript does; redirects are not followed. */
export async function post(
  request: APIRequestContext,
  address: string,
  form: PlainForm,
  { fields = {}, files = {}, headers }: Sending = {},
): Promise<APIResponse> {
  const data = new FormData()
  for (const [name, value] of form.fields) if (!(name in fields)) data.append(name, value)
  for (const [name, value] of Object.entries(fields)) data.append(name, value)
  for (const [name, file] of Object.entries(files)) data.append(name, file)
  return await request.post(address, {
    multipart: data,
    maxRedirects: 0,
    headers: headers ?? { 'sec-fetch-site': 'same-origin' },
  })
}

export interface Person {
  name: string
  email: string
  password: string
}

let count = 0
/** Somebody whom the database does not know yet. */
export function newPerson(name: string): Person {
  const local = `${name.toLowerCase().replace(/[^a-z]/g, '')}-${process.pid}-${Date.now()}-${count++}`
  return { name, email: `${local}@example.org`, password: 'seven green submarines' }
}

/** Gives this page's browser an account of its own, without walking through the page. */
export async function becomeMember(page: Page, name: string): Promise<Person> {
  const person = newPerson(name)
  const { request } = page.context()
  const form = await formAt(request, '/sign-up', 'name="email"')
  const answer = await post(request, '/sign-up', form, { fields: { ...person } })
  expect(answer.status(), 'signing up').toBe(303)
  return person
}

/** Signs this page's browser in, without walking through the page. */
export async function signInAs(page: Page, { email, password }: Person): Promise<void> {
  const { request } = page.context()
  const form = await formAt(request, '/sign-in', 'name="identifier"')
  const fields = { identifier: email, password }
  const answer = await post(request, '/sign-in', form, { fields })
  expect(answer.status(), 'signing in').toBe(303)
}
