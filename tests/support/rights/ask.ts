import { readFileSync } from 'node:fs'
import type { APIRequestContext, APIResponse } from '@playwright/test'
import { emptyForm } from '@/lib/form'
import type { DeedRow, RouteRow, Verdict } from './rows'
import { ASKERS, type Asker, type World } from './world'

/** An action of the build: under which id it is called, and whether it takes a form's state as well. */
interface BuiltAction {
  id: string
  name: string
  takesState: boolean
}

/** Every action that the build knows, with where it was written. */
export function builtActions(): BuiltAction[] {
  const { node } = JSON.parse(
    readFileSync('.next/server/server-reference-manifest.json', 'utf8'),
  ) as { node: Record<string, { filename: string; exportedName: string }> }
  return Object.entries(node).map(([id, { filename, exportedName: name }]) => {
    const source = readFileSync(filename, 'utf8')
    const made = new RegExp(`export const ${name} = define(Action|Command)\\b`).exec(source)?.[1]
    if (!made) throw new Error(`${filename}: ${name} does not come through the one door`)
    return { id, name, takesState: made === 'Action' }
  })
}

const NONE = 'next-auth.session-token=nobody'

export const cookieOf = (world: World, asker: Asker): string =>
  asker === 'nobody' ? NONE : world.people[asker].cookie

const targetOf = (answer: APIResponse): string => {
  const { location, 'x-action-redirect': led } = answer.headers()
  return (led ?? location ?? '').replace(/^https?:\/\/[^/]+/, '')
}

const byStatus: Record<number, Verdict> = {
  200: 'shown',
  400: 'told why',
  401: 'signed out',
  403: 'barred',
  404: 'nothing',
  405: 'no such way',
  409: 'told why',
  500: 'broken',
}

/** What an answer comes to, as far as it can be told from outside. */
export function verdictOf(answer: APIResponse): Verdict | string {
  const target = targetOf(answer)
  if (target.startsWith('/sign-in?next=')) return 'sign-in'
  if (target.startsWith('/account?next=')) return 'of one’s own'
  if (target) return 'led on'
  return byStatus[answer.status()] ?? `status ${answer.status()}`
}

const headersOf = (world: World, asker: Asker) => ({
  cookie: cookieOf(world, asker),
  'sec-fetch-site': 'same-origin',
})

export function askRoute(
  request: APIRequestContext,
  { at, send }: RouteRow,
  world: World,
  asker: Asker,
): Promise<APIResponse> {
  const headers = headersOf(world, asker)
  return request.fetch(at(world), {
    headers: send ? { ...headers, 'content-type': 'application/json' } : headers,
    method: send?.method ?? 'GET',
    maxRedirects: 0,
    ...(send && { data: JSON.stringify(send.data) }),
  })
}

/** Calls an action by its id, as a page with scripts does; no form has to have been shown. */
export function askDeed(
  request: APIRequestContext,
  { at, fields }: DeedRow,
  { id, takesState }: BuiltAction,
  world: World,
  asker: Asker,
): Promise<APIResponse> {
  const form = new FormData()
  // Named as React writes a call's arguments: the form is its part 1.
  for (const [name, value] of Object.entries(fields(world, asker))) form.append(`_1_${name}`, value)
  form.append('0', JSON.stringify(takesState ? [emptyForm, '$K1'] : ['$K1']))
  return request.post(at(world), {
    headers: { ...headersOf(world, asker), 'next-action': id, accept: 'text/x-component' },
    multipart: form,
    maxRedirects: 0,
  })
}

/** Whether an answer hands out a session: then something was done, whomever it was for. */
export const givesSession = (answer: APIResponse): boolean =>
  answer
    .headersArray()
    .some(({ name, value }) => /^set-cookie$/i.test(name) && /session-token=[^;]/.test(value))

/** Who is answered how, as a sentence. */
export function sentenceOf(answers: Record<Asker, string>): string {
  const kinds = [...new Set(ASKERS.map((asker) => answers[asker]))]
  if (kinds.length === 1) return `${kinds[0]} for everybody`
  return kinds
    .map((kind) => `${kind} for ${ASKERS.filter((asker) => answers[asker] === kind).join(', ')}`)
    .join('; ')
}
