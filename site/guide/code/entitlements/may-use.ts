const billing = 'https://billing.example.com'
const kept = new Map<string, { etag: string; content: Entitlements }>()

interface Entitlements {
  access: 'full' | 'read-only' | 'none'
  features: Record<string, true | string>
}

/** What an ecosystem may use; sent again only after a change. */
export const entitlements = async (
  ecosystem: string,
  token: string,
): Promise<Entitlements> => {
  const known = kept.get(ecosystem)
  const answer = await fetch(
    `${billing}/v1/ecosystems/${ecosystem}/entitlements`,
    {
      headers: {
        Authorization: `Bearer ${token}`,
        ...(known && { 'If-None-Match': known.etag }),
      },
    },
  )
  if (answer.status === 304 && known) return known.content
  if (!answer.ok) throw new Error(`Waizant answered ${answer.status}`)
  const content = (await answer.json()) as Entitlements
  kept.set(ecosystem, { etag: answer.headers.get('ETag')!, content })
  return content
}
