/** The body as text, or null where it is longer than `longest` bytes; it is never read further. */
export async function textBody(request: Request, longest: number): Promise<string | null> {
  const parts: Uint8Array[] = []
  let size = 0
  const reader = request.body?.getReader()
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength
    if (size > longest) {
      await reader?.cancel()
      return null
    }
    parts.push(part.value)
  }
  return Buffer.concat(parts).toString('utf8')
}

/** What a request carries as JSON; undefined where it is none, or longer than `longest` bytes. */
export async function jsonBody(request: Request, longest: number): Promise<unknown> {
  const text = await textBody(request, longest)
  try {
    return text === null ? undefined : JSON.parse(text)
  } catch {
    return undefined
  }
}
