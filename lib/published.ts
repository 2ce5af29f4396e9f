/** Who verifies a certificate may ask from anywhere: nothing here belongs to whoever asks. */
export const published = (body: unknown): Response =>
  Response.json(body, {
    headers: { 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=300' },
  })

export const notPublished = (): Response => Response.json({ error: 'not-found' }, { status: 404 })
