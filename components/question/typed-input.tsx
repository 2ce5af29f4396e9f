import { type InputHTMLAttributes, useRef } from 'react'
import { useEarlyInput } from './early-input'

/** One line that a learner types into; what was typed before the page came alive is kept. */
export function TypedInput({
  value,
  onType,
  ...rest
}: { value: string; onType(text: string): void } & Omit<
  InputHTMLAttributes<HTMLInputElement>,
  'value' | 'onChange' | 'type'
>) {
  const input = useRef<HTMLInputElement>(null)
  useEarlyInput(() => {
    const typed = input.current?.value ?? ''
    if (typed !== value) onType(typed)
  })
  return (
    <input
      {...rest}
      ref={input}
      type="text"
      value={value}
      autoComplete="off"
      autoCorrect="off"
      autoCapitalize="off"
      spellCheck={false}
      onChange={(event) => onType(event.target.value)}
    />
  )
}
