/**
 * Sets the remembered theme before anything is painted; stands in the document's head. A file and
 * not an inline script, so that the content security policy needs no hash for it. The root element
 * has to be marked `suppressHydrationWarning`, since the script writes `data-theme` there.
 */
export function ThemeScript() {
  return <script src="/theme.js" />
}
