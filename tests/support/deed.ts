import type { Viewer } from '@/lib/domain/viewer'
import { the } from './the'
import {
  type AttemptName,
  type ClassName,
  PEOPLE,
  type Person,
  type TwoClasses,
} from './two-classes'
import { after } from './versions'

/** One thing that one can ask of the data, who may, and what everybody else is told. */
export interface Deed {
  on: string
  /** Who may; the others' calls change no row and are answered with `denied`. */
  may: readonly Person[]
  run(viewer: Viewer, world: TwoClasses): Promise<unknown>
  denied: unknown
  /** Whether it writes; what only reads changes no row even for who may. */
  writes: boolean
  /** Whose rows it changes, beside the viewer's own. */
  concerns?: readonly string[]
  /** Whose secrets the answer may hold, beside the viewer's own. */
  tells?: (viewer: Person) => string[]
}

export const everybody = PEOPLE
export const late = after(60_000)
export const isOf = (name: AttemptName, person: Person) => name.startsWith(`${person} `)
export const attemptNames: AttemptName[] = [
  'studentA in A',
  'classmateA in A',
  'studentB in B',
  'studentOfBoth in A',
  'studentOfBoth in B',
  'studentA alone, handed in',
  'studentOfBoth open',
  'stranger open',
  'guest open',
  'teacherA open',
]
export const openNames = attemptNames.filter((name) => name.endsWith(' open'))
export const learnerOf = (name: AttemptName) => PEOPLE.filter((person) => isOf(name, person))
/** Who may read it for having handed it in to their class. */
export const teacherOf = (name: AttemptName): Person[] =>
  name.endsWith(' in A') ? members.A.teachers : name.endsWith(' in B') ? members.B.teachers : []
export const idOf = (world: TwoClasses, name: AttemptName) => the(world.attempts.get(name))

export const onOpen = (
  run: (viewer: Viewer, id: string, world: TwoClasses) => Promise<unknown>,
  denied: unknown,
): Deed[] =>
  openNames.map((name) => ({
    on: name,
    may: learnerOf(name),
    run: (viewer, world) => run(viewer, idOf(world, name), world),
    denied,
    writes: true,
  }))

export const classNames: ClassName[] = ['A', 'B']
/**
 * Who belongs to a class: of its staff, the `teachers` all read what concerns it, the `writers` change
 * it, and the `owners` have the last word.
 */
type Group = 'students' | 'teachers' | 'writers' | 'owners'
export const members: Record<ClassName, Record<Group, Person[]>> = {
  A: {
    students: ['studentA', 'classmateA', 'studentOfBoth'],
    teachers: ['teacherA', 'coteacherA', 'observerA'],
    writers: ['teacherA', 'coteacherA'],
    owners: ['teacherA'],
  },
  B: {
    students: ['studentB', 'studentOfBoth'],
    teachers: ['teacherB'],
    writers: ['teacherB'],
    owners: ['teacherB'],
  },
}
/**
 * What is asked of a class by its students or by its staff. Where a deed writes, `teachers` are only
 * those of them who may: observers change nothing.
 */
export const onClass = (
  role: Group,
  deed: Omit<Deed, 'on' | 'may' | 'run' | 'tells'> & {
    run: (viewer: Viewer, on: TwoClasses['classes']['A'], world: TwoClasses) => Promise<unknown>
    tells?: (name: ClassName) => string[]
  },
): Deed[] =>
  classNames.map((name) => ({
    ...deed,
    on: `class ${name}`,
    may: members[name][role === 'teachers' && deed.writes ? 'writers' : role],
    run: (viewer, world) => deed.run(viewer, world.classes[name], world),
    tells: () => deed.tells?.(name) ?? [],
  }))

export const classesOf = (person: Person) =>
  classNames.filter((name) => Object.values(members[name]).flat().includes(person))
/** Asks for what is the viewer's own, and nothing else: everybody may. */
export const own = (writes: boolean, run: Deed['run'], tells: Deed['tells'] = () => []): Deed[] => [
  { on: 'their own', may: everybody, run, denied: undefined, writes, tells },
]
export const ownNames = (viewer: Person): string[] => [
  `${viewer} in A`,
  `${viewer} in B`,
  `${viewer} alone, handed in`,
  `${viewer} open`,
]
