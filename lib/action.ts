import 'server-only'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import type { z } from 'zod'
import { demandSameOrigin } from '@/lib/auth/origin'
import { viewerOrGuest } from '@/lib/auth/session'
import { findViewer, requireMember, requireViewer } from '@/lib/auth/viewer'
import type { Viewer } from '@/lib/domain/viewer'
import {
  type Command,
  emptyForm,
  type FormAction,
  type FormState,
  filesOf,
  textsOf,
} from '@/lib/form'

/** Whom a door opens for; everybody else is sent to sign in. */
interface Askers {
  /** Somebody with an account. */
  member: Viewer
  /** Anybody with a session, guests included. */
  viewer: Viewer
  /** Anybody: who has no session yet becomes a guest. */
  learner: Viewer
  /** Anybody, with or without a session: signing in and signing up. */
  anybody: Viewer | null
}
type Who = keyof Askers

/** An expected refusal: a key of the catalogue's `errors`, at a field or above the form. */
export interface Refused {
  refused: string
  field?: string
}
/** Several at once, by their fields. */
export interface Faults {
  faults: Partial<Record<string, string>>
}
export interface Made {
  made: Record<string, string>
}
/** Something that the page of the form knows how to show, with a sentence above it where one is due. */
export interface Telling<Told> {
  told: Told
  refused?: string
}
type Answer<Told> = Refused | Faults | Made | Telling<Told> | undefined

/** The files are unread: whoever takes one looks at its size first. */
type Run<W extends Who, Schema extends z.ZodType, Told> = (
  asker: Askers[W],
  input: z.infer<Schema>,
  now: Date,
  files: Record<string, File>,
) => Promise<Answer<Told>> | Promise<void>

const SECRET = /password/i

async function askerFor(who: Who, back: string, now: Date): Promise<Viewer | null> {
  const askers: { [W in Who]: () => Promise<Viewer | null> } = {
    member: () => requireMember(back),
    viewer: () => requireViewer(back),
    learner: async () => viewerOrGuest((await getTranslations('account'))('guest'), now),
    anybody: findViewer,
  }
  return askers[who]()
}

/**
 * The page that a form stands on, to which signing in leads back; only a path of ours, else `/`. A
 * path that resolves to another one is refused: "/.//elsewhere.org" becomes "//elsewhere.org", which
 * a browser takes for another site.
 */
export function pathOfOurs(path: string | undefined): string {
  if (typeof path !== 'string' || !/^\/[\w\-./?=&%]*$/.test(path) || path.includes('//')) return '/'
  const { pathname, search } = new URL(path, 'http://ours')
  return pathname + search === path ? path : '/'
}

const withoutSecrets = (texts: Record<string, string[]>): Record<string, string[]> =>
  Object.fromEntries(Object.entries(texts).filter(([name]) => !SECRET.test(name)))

const firstTexts = (lists: Record<string, string[]>): Record<string, string> =>
  Object.fromEntries(Object.entries(lists).map(([name, [first = '']]) => [name, first]))

/**
 * The one door for writes: a form of ours, an asker, parsed input, or no call at all. `run` is given
 * the server's clock. What it refuses comes back as a sentence at its field, with what was typed.
 *
 * @param schema parses the form's texts, a list under each name; its messages are catalogue keys
 */
export function defineAction<W extends Who, Schema extends z.ZodType, Told = never>(
  who: W,
  schema: Schema,
  run: Run<W, Schema, Told>,
): FormAction<Told> {
  return async (_state, form) => {
    await demandSameOrigin()
    // Whoever calls an action by hand may send anything in a form's place.
    if (!(form instanceof FormData)) notFound()
    const now = new Date()
    const texts = textsOf(form)
    const asker = (await askerFor(who, pathOfOurs(texts.back?.[0]), now)) as Askers[W]
    const parsed = schema.safeParse(texts)
    const words = await getTranslations('errors')
    const lists = withoutSecrets(texts)
    const state: FormState<Told> = { ...emptyForm, values: firstTexts(lists), lists }
    if (!parsed.success) {
      const errors = parsed.error.issues.map(({ path, message }) => [
        String(path[0] ?? 'form'),
        words.has(message) ? words(message) : words('invalid'),
      ])
      return { ...state, errors: Object.fromEntries(errors.reverse()) }
    }
    const answer = (await run(asker, parsed.data, now, filesOf(form))) as Answer<Told>
    if (!answer) return emptyForm
    if ('told' in answer) {
      const message = answer.refused ? words(answer.refused) : null
      return { ...emptyForm, message, told: answer.told }
    }
    if ('faults' in answer) {
      const said = Object.entries(answer.faults).map(([name, key]) => [
        name,
        words(key ?? 'invalid'),
      ])
      return { ...state, errors: Object.fromEntries(said) }
    }
    if ('made' in answer) return { ...emptyForm, made: answer.made }
    const sentence = words(answer.refused)
    return answer.field
      ? { ...state, errors: { [answer.field]: sentence } }
      : { ...state, message: sentence }
  }
}

/**
 * The same door for a single button. A form that only a forger can have filled in finds nothing (404);
 * a refusal in words has no place to stand here and is an error.
 */
export function defineCommand<W extends Who, Schema extends z.ZodType>(
  who: W,
  schema: Schema,
  run: Run<W, Schema, never>,
): Command {
  const action = defineAction(who, schema, run)
  return async (form) => {
    const { errors, message } = await action(emptyForm, form)
    if (Object.keys(errors).length > 0) notFound()
    if (message) throw new Error(`A form was refused: ${message}`)
  }
}
