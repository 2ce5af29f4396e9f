/** The password of the demo accounts in browser tests. */
export const DEMO_PASSWORD = 'only-for-browser-tests'
