import type { ExtraTime } from '@/lib/domain/assignment'
import type { Role } from '@/lib/domain/class'

/** Somebody of the demo class. All of them are invented. */
export interface Invented {
  username: string
  name: string
  role: Role
  extraTime?: ExtraTime
  /** Has not signed in yet, and so not chosen a password of their own. */
  isNew?: boolean
  /** How well they know the subject; 0 is the middle, 2 is a lot. */
  ability: number
}

const staff = (username: string, name: string, role: Role): Invented => ({
  username,
  name,
  role,
  ability: 0,
})
const student = (
  username: string,
  name: string,
  ability: number,
  more: Partial<Invented> = {},
): Invented => ({ username, name, role: 'student', ability, ...more })

export const STAFF: readonly Invented[] = [
  staff('demo-teacher', 'Ms Keller', 'teacher'),
  staff('demo-coteacher', 'Mr Okafor', 'coteacher'),
  staff('demo-observer', 'Dr Lindqvist', 'observer'),
]

/** Twenty-four, two of whom have a sign-in that is printed at the start. */
export const STUDENTS: readonly Invented[] = [
  student('demo-amina', 'Amina Diallo', 1.1),
  student('demo-jonas', 'Jonas Berger', -0.2),
  student('ana.petrovic', 'Ana Petrović', 0.4),
  student('bruno.costa', 'Bruno Costa', -0.9),
  student('chiara.ricci', 'Chiara Ricci', 0.9),
  student('daniyar.omarov', 'Daniyar Omarov', 0.1),
  student('elif.aydin', 'Elif Aydın', 1.6),
  student('emeka.nwosu', 'Emeka Nwosu', -0.5),
  student('fatima.zahra', 'Fatima Zahra', 0.6),
  student('gustav.holm', 'Gustav Holm', -1.4, { extraTime: 'half' }),
  student('hana.sato', 'Hana Satō', 1.9),
  student('ioana.marin', 'Ioana Marin', 0.2),
  student('juan.ortega', 'Juan Ortega', -0.7),
  student('kateryna.bondar', 'Kateryna Bondar', 1.3),
  student('liam.obrien', 'Liam O’Brien', -0.1),
  student('mei.chen', 'Mei Chen', 1.0),
  student('nils.eriksen', 'Nils Eriksen', -1.1, { extraTime: 'quarter' }),
  student('olivia.dubois', 'Olivia Dubois', 0.5),
  student('priya.nair', 'Priya Nair', 1.5),
  student('rafael.silva', 'Rafael Silva', -1.7),
  student('samir.haddad', 'Samir Haddad', 0.0),
  student('thandiwe.moyo', 'Thandiwe Moyo', 0.7),
  student('viktor.novak', 'Viktor Novák', -0.4),
  student('yusuf.kaya', 'Yusuf Kaya', -1.9, { isNew: true }),
]
