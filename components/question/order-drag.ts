import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react'

/** The place (from 0) that a pointer at height `y` asks for among rows with these middles. */
export const placeAt = (y: number, middles: readonly number[]): number =>
  middles.filter((middle) => middle < y).length

/**
 * Dragging a row of a list by its handle, with mouse, pen or finger. `onPlace` is told each new place
 * while it moves. It listens on the window: the row itself changes its place in the document.
 */
export function useOrderDrag(
  list: RefObject<HTMLElement | null>,
  onPlace: (id: string, place: number) => void,
): { dragged: string | null; grip(id: string): { onPointerDown(event: PointerEvent): void } } {
  const [dragged, setDragged] = useState<string | null>(null)
  const latest = useRef(onPlace)
  useEffect(() => {
    latest.current = onPlace
  })
  useEffect(() => {
    if (dragged === null) return
    const middles = () =>
      [...(list.current?.children ?? [])]
        .filter((row) => row instanceof HTMLElement && row.dataset.item !== dragged)
        .map((row) => row.getBoundingClientRect())
        .map(({ top, height }) => top + height / 2)
    const follow = (event: { clientY: number }) =>
      latest.current(dragged, placeAt(event.clientY, middles()))
    const end = () => setDragged(null)
    window.addEventListener('pointermove', follow)
    window.addEventListener('pointerup', end)
    window.addEventListener('pointercancel', end)
    return () => {
      window.removeEventListener('pointermove', follow)
      window.removeEventListener('pointerup', end)
      window.removeEventListener('pointercancel', end)
    }
  }, [dragged, list])
  return {
    dragged,
    grip: (id) => ({
      onPointerDown(event) {
        if (event.button !== 0) return
        event.preventDefault()
        setDragged(id)
      },
    }),
  }
}
