interface Visitor {
  /** Where visits are told; nothing: nowhere. */
  analytics?: string | null
  headers: Headers
}

/** What a browser says when its person wants to be left alone: Global Privacy Control and Do Not Track. */
export const optOutHeaders = ['sec-gpc', 'dnt'] as const

/** Where this visit is counted: nowhere unless the operator said where, and never for who asked not to be. */
export const visitCounter = ({ analytics, headers }: Visitor): string | null => {
  if (!analytics || optOutHeaders.some((name) => headers.get(name) === '1')) return null
  return analytics
}
