// Day or night: what was chosen here, else what the system prefers. Runs before the first paint.
;(() => {
  const root = document.documentElement
  const system = matchMedia('(prefers-color-scheme: dark)')
  const remembered = () => {
    try {
      return localStorage.getItem('theme')
    } catch {
      return null
    }
  }
  const remember = (theme) => {
    try {
      localStorage.setItem('theme', theme)
    } catch {
      // A browser that keeps nothing still switches for this page.
    }
  }
  const show = () => {
    const chosen = remembered()
    const isChosen = chosen === 'light' || chosen === 'dark'
    root.dataset.theme = isChosen ? chosen : system.matches ? 'dark' : 'light'
  }
  show()
  system.addEventListener('change', show)
  addEventListener('storage', (event) => {
    if (event.key === 'theme') show()
  })
  document.addEventListener('click', (event) => {
    if (!(event.target instanceof Element) || !event.target.closest('[data-theme-switch]')) return
    const theme = root.dataset.theme === 'dark' ? 'light' : 'dark'
    root.dataset.theme = theme
    remember(theme)
  })
})()
