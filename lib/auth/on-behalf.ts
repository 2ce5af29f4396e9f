import 'server-only'
import type { FoundAccount } from '@/lib/data/administration'
import type { Viewer } from '@/lib/domain/viewer'

/** The viewer that an account is, for what only its owner may do and whoever runs the instance does for them. */
export const onBehalfOf = ({ id, name }: FoundAccount): Viewer =>
  ({ id, name, isGuest: false, mustChangePassword: false }) as Viewer
