/** No person reads, fills in and sends a form this fast, not even when the browser fills in everything. */
export const hastyMs = 1_500

interface Sent {
  shownAt: number | null
  trap: string
}

/**
 * Why a form seems to come from a robot: it filled in the hidden field, was too fast, or was posted without being
 * shown.
 */
export const suspicionOf = ({ shownAt, trap }: Sent, now: number): 'trapped' | 'hasty' | null => {
  if (trap) return 'trapped'
  return shownAt === null || now - shownAt < hastyMs ? 'hasty' : null
}
