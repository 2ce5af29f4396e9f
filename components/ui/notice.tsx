import type { ReactNode } from 'react'
import { Icon, type IconName } from './icon'

export type NoticeTone = 'information' | 'trouble'

const tones: Record<NoticeTone, { look: string; icon: IconName; role: 'status' | 'alert' }> = {
  information: { look: 'notice', icon: 'info', role: 'status' },
  trouble: { look: 'notice trouble', icon: 'trouble', role: 'alert' },
}

/** A message with an edge and an icon. `live` announces it when it appears or changes. */
export function Notice({
  tone,
  title,
  children,
  live = false,
}: {
  tone: NoticeTone
  title?: string | undefined
  children: ReactNode
  live?: boolean | undefined
}) {
  const { look, icon, role } = tones[tone]
  return (
    <div className={look} role={live ? role : undefined}>
      <Icon name={icon} />
      <div>
        {title && <p className="notice-title">{title}</p>}
        {children}
      </div>
    </div>
  )
}
