import type { AnchorHTMLAttributes, ButtonHTMLAttributes } from 'react'

export type ButtonVariant = 'main' | 'plain' | 'quiet'

const looks: Record<ButtonVariant, string> = {
  main: 'btn main',
  plain: 'btn',
  quiet: 'btn quiet',
}

const look = (variant: ButtonVariant, className: string | undefined) =>
  className ? `${looks[variant]} ${className}` : looks[variant]

/**
 * A button, of type `button` unless told otherwise. `main` stands once on a screen; a disabled
 * button says in its label why it is.
 */
export function Button({
  variant = 'plain',
  type = 'button',
  className,
  ...rest
}: { variant?: ButtonVariant } & ButtonHTMLAttributes<HTMLButtonElement>) {
  return <button type={type} className={look(variant, className)} {...rest} />
}

/** A link that looks like a button: a plain anchor, so that it works without JavaScript. */
export function ButtonLink({
  variant = 'plain',
  className,
  children,
  ...rest
}: { variant?: ButtonVariant; href: string } & AnchorHTMLAttributes<HTMLAnchorElement>) {
  return (
    <a className={look(variant, className)} {...rest}>
      {children}
    </a>
  )
}
