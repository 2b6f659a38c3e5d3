interface Visitor {
  /** The address that visits are reported to; absent: they are not reported. */
  analytics?: string | null
  headers: Headers
}

/** What a browser sends when its user opts out of tracking: Global Privacy Control and Do Not Track. */
export const optOutHeaders = ['sec-gpc', 'dnt'] as const

/** Where to report this visit: only where the operator set an address, and never for a visitor who opted out. */
export const visitCounter = ({ analytics, headers }: Visitor): string | null => {
  if (!analytics || optOutHeaders.some((name) => headers.get(name) === '1')) return null
  return analytics
}
