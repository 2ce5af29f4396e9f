/** What every answer to a machine carries: nothing of it is stored, and who is told 503 is told when to ask again. */
export const answerHeaders = (status: number): Record<string, string> => ({
  'cache-control': 'no-store',
  ...(status === 503 && { 'retry-after': '10' }),
})

/** An answer to a page's own script: JSON, or nothing where `body` is null. */
export const answer = (status: number, body: object | null): Response =>
  body === null
    ? new Response(null, { status, headers: answerHeaders(status) })
    : Response.json(body, { status, headers: answerHeaders(status) })
