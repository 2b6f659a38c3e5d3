/** No person reads a form, fills it in and sends it so quickly, not even with all of it filled in by the browser. */
export const hastyMs = 1_500

interface Sent {
  shownAt: number | null
  trap: string
}

/** Why a form seems to be sent by a robot: it wrote where no person sees a field, or as fast as none can, or without ever asking for the form. */
export const suspicionOf = ({ shownAt, trap }: Sent, now: number): 'trapped' | 'hasty' | null => {
  if (trap) return 'trapped'
  return shownAt === null || now - shownAt < hastyMs ? 'hasty' : null
}
