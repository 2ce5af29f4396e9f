import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

export type StateName =
  | 'right'
  | 'part'
  | 'wrong'
  | 'blank'
  | 'flagged'
  | 'saved'
  | 'saving'
  | 'unsaved'
  | 'late'

const shapes: Record<StateName, IconName> = {
  right: 'right',
  part: 'part',
  wrong: 'wrong',
  blank: 'blank',
  flagged: 'flagged',
  saved: 'saved',
  saving: 'saving',
  unsaved: 'unsaved',
  late: 'clock',
}

/** A state as shape and word together; colour only adds to them. `children` is the word. */
export function State({ state, children }: { state: StateName; children: ReactNode }) {
  return (
    <span className={`st ${state}`}>
      <Icon name={shapes[state]} />
      <span>{children}</span>
    </span>
  )
}
