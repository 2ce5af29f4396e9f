/** The password of the demo accounts in browser tests. */
export const DEMO_PASSWORD = 'only-for-browser-tests'

/** The file in which the server of the browser tests leaves its database's address for them. */
export const DATABASE_ADDRESS = 'test-results/database-address'

/** What opens the metrics in browser tests. */
export const METRICS_TOKEN = 'only-for-reading-in-browser-tests'

/** What that server has logged. */
export const SERVER_LOG = 'test-results/server.log'
