'use client'

import dynamic from 'next/dynamic'
import type { ComponentType } from 'react'
import type { Interaction } from '@/lib/domain/lesson'
import type { InteractionProps } from './words'

/** Each is loaded with the lesson that has it, and with no other. */
const interactions: { [Name in Interaction]: ComponentType<InteractionProps<Name>> } = {
  'smile-orbit': dynamic(() => import('./smile-orbit').then((part) => part.SmileOrbit)),
  'radio-link': dynamic(() => import('./radio-link').then((part) => part.RadioLink)),
  'lobster-eye': dynamic(() => import('./lobster-eye').then((part) => part.LobsterEye)),
  steps: dynamic(() => import('./steps').then((part) => part.Steps)),
}

/** A figure that answers its reader; the still drawings come with it, made on the server. */
export function InteractiveFigure({
  interaction,
  ...props
}: InteractionProps<Interaction> & { interaction: Interaction }) {
  const Part = interactions[interaction] as ComponentType<InteractionProps<Interaction>>
  return <Part {...props} />
}
