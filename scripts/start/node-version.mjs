/**
 * Says whether a Node version is too old. Written so that old versions can read it.
 * @param {string} version such as "20.19.0"
 * @returns {string} one sentence that refuses, or an empty string
 */
export function refuseOldNode(version) {
  var parts = version.split('.').map(Number)
  var fine = parts[0] > 20 || (parts[0] === 20 && parts[1] >= 19)
  if (fine) return ''
  return `Rendezvous needs Node 20.19 or newer, and this is ${version}: install a newer one from nodejs.org.`
}
