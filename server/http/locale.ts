import { languageOf } from '#contract/language'
import type { Locale } from '#contract/locale'

/** The first supported language of an `Accept-Language` header; Spanish when there is none. */
export const localeFrom = (accepted: string | undefined | null): Locale => {
  const ranges = (accepted ?? '').split(',').map((range) => {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';')
    const q = parameters.map((one) => one.trim()).find((one) => one.startsWith('q='))
    return { tag, weight: q ? Number(q.slice(2)) : 1 }
  })
  ranges.sort((one, other) => other.weight - one.weight)
  for (const { tag, weight } of ranges) {
    if (weight === 0) continue
    if (/^e[ns]([-_]|$)/.test(tag)) return languageOf(tag)
  }
  return 'es-MX'
}
