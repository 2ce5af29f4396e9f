'use client'

import { useEffect } from 'react'

const isPlain = (event: MouseEvent) =>
  event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey

/**
 * Leads from an open note back to the citation that opened it, by its link and by Escape. Without it
 * the note's links lead to each of its citations.
 */
export function NoteReturn() {
  useEffect(() => {
    let opener: HTMLAnchorElement | null = null

    function goBack(note: HTMLElement): boolean {
      const first = note.querySelector<HTMLAnchorElement>('.side-close a')?.hash.slice(1) ?? ''
      const back = opener?.hash === `#${note.id}` ? opener : document.getElementById(first)
      if (!back) return false
      // The address decides which note is open.
      location.hash = back.id
      back.focus({ preventScroll: true })
      return true
    }

    function onClick(event: MouseEvent) {
      const link = event.target instanceof Element ? event.target.closest('a') : null
      if (!link || !isPlain(event)) return
      if (link.matches('.block :is(.ref, .term)')) opener = link
      else if (link.matches('.side-brief')) opener = null
      else if (link.matches('.side-close a')) {
        const note = link.closest<HTMLElement>('.side')
        if (note && goBack(note)) event.preventDefault()
      }
    }

    function onKeyDown(event: KeyboardEvent) {
      const note = document.querySelector<HTMLElement>('.side:target')
      if (event.key !== 'Escape' || event.defaultPrevented || !note) return
      const at = document.activeElement
      // Elsewhere Escape belongs to whatever has the focus.
      if (at && at !== document.body && at !== opener && !note.contains(at)) return
      if (goBack(note)) event.preventDefault()
    }

    document.addEventListener('click', onClick)
    document.addEventListener('keydown', onKeyDown)
    return () => {
      document.removeEventListener('click', onClick)
      document.removeEventListener('keydown', onKeyDown)
    }
  }, [])
  return null
}
