export interface PlansQuery {
  api: string
  catalogue: string
  /** Without it the server uses the catalogue's first currency. */
  currency?: string | undefined
  locale: string
}

export const plansUrl = ({ api, catalogue, currency, locale }: PlansQuery): string =>
  `${api}/v1/catalogues/${encodeURIComponent(catalogue)}/plans?${new URLSearchParams({
    ...(currency && { currency }),
    locale,
  })}`
