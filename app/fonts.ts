import localFont from 'next/font/local'

/**
 * The two families of the design, Latin subsets only: 78,004 bytes of woff2 in all. Each sets the
 * custom property from which `tokens.css` builds its families; put the three `variable` classes on
 * the root element. The italic is a family of its own so that it isn't preloaded.
 */
export const brygada = localFont({
  src: '../node_modules/@fontsource-variable/brygada-1918/files/brygada-1918-latin-wght-normal.woff2',
  weight: '400 700',
  style: 'normal',
  display: 'swap',
  variable: '--font-brygada',
  adjustFontFallback: 'Times New Roman',
})

export const brygadaItalic = localFont({
  src: '../node_modules/@fontsource-variable/brygada-1918/files/brygada-1918-latin-wght-italic.woff2',
  weight: '400 700',
  style: 'italic',
  display: 'swap',
  preload: false,
  variable: '--font-brygada-italic',
  adjustFontFallback: 'Times New Roman',
})

export const instrument = localFont({
  src: '../node_modules/@fontsource-variable/instrument-sans/files/instrument-sans-latin-wght-normal.woff2',
  weight: '400 700',
  style: 'normal',
  display: 'swap',
  variable: '--font-instrument',
  adjustFontFallback: 'Arial',
})
