import { isIPv6 } from 'node:net'

/**
 * The network that an address counts for when tries are limited: an IPv4 address is its own, an IPv6
 * address stands for its /64, of which a single household has all 2^64 addresses. A port that a proxy
 * wrote along is left out. What is no address is given back as it is.
 */
export function networkOf(address: string): string {
  const bare = address
    .replace(/^\[(.*)\](?::\d+)?$/, '$1')
    .replace(/^(\d+(?:\.\d+){3}):\d+$/, '$1')
    .replace(/^::ffff:(?=\d+\.)/i, '')
  const plain = bare.replace(/%.*$/, '')
  if (!isIPv6(plain)) return bare
  // The URL parser spells each address in one way only.
  const [head = '', tail = ''] = new URL(`http://[${plain}]`).hostname.slice(1, -1).split('::')
  const [before, after] = [head, tail].map((half) => half.split(':').filter(Boolean))
  const missing = 8 - (before?.length ?? 0) - (after?.length ?? 0)
  const groups = [...(before ?? []), ...Array<string>(missing).fill('0'), ...(after ?? [])]
  return `${groups.slice(0, 4).join(':')}::/64`
}
