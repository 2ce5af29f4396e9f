/** Two orbits and the point where they meet. The name beside it is the link's text. */
export function Brand({ name, href = '/' }: { name: string; href?: string }) {
  return (
    <a className="brand" href={href}>
      <svg
        viewBox="0 0 34 34"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        aria-hidden="true"
        focusable="false"
      >
        <ellipse cx="17" cy="17" rx="15.4" ry="6.6" transform="rotate(-32 17 17)" />
        <ellipse cx="17" cy="17" rx="15.4" ry="6.6" transform="rotate(32 17 17)" />
        <circle cx="17" cy="11.2" r="3.1" fill="var(--accent)" stroke="var(--paper)" />
      </svg>
      <span>{name}</span>
    </a>
  )
}
