import type { RouteName } from './routes.ts'

/** Words that people put in an address when they look for a page, in any of our languages. */
const meant = {
  pricing: [
    'precios',
    'precio',
    'planes',
    'plan',
    'pricing',
    'prices',
    'plans',
    'tarifas',
    'comprar',
    'contratar',
    'buy',
  ],
  trial: ['prueba', 'probar', 'trial', 'demo', 'gratis', 'signup', 'registro'],
  contact: ['contacto', 'contact', 'ventas', 'sales', 'cotizacion', 'enterprise', 'ayuda', 'help'],
  security: ['seguridad', 'security'],
  terms: ['terminos', 'terms', 'condiciones', 'legal'],
  privacy: ['privacidad', 'privacy', 'aviso', 'cookies'],
  docs: ['docs', 'guia', 'guide', 'documentacion', 'developers', 'desarrolladores'],
  api: ['api', 'openapi', 'referencia', 'reference'],
} as const satisfies Partial<Record<RouteName, readonly string[]>>

/** The edit distance of two words: how many letters have to be added, dropped or replaced. */
const distance = (one: string, other: string): number => {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [index, letter] of [...one].entries()) {
    const next = [index + 1]
    for (let at = 1; at <= other.length; at++)
      next[at] = Math.min(row[at]! + 1, next[at - 1]! + 1, row[at - 1]! + (letter === other[at - 1] ? 0 : 1))
    row = next
  }
  return row[other.length]!
}

/** Whether two words are equal, or differ by a letter or two. */
export const resembles = (segment: string, word: string): boolean =>
  Math.abs(segment.length - word.length) <= 2 &&
  distance(segment, word) <= (word.length > 5 ? 2 : word.length > 3 ? 1 : 0)

/** An address as a person would type it: decoded, in lower case, without accents. */
export const plain = (path: string): string => {
  let text = path
  try {
    text = decodeURIComponent(path)
  } catch {
    // Decoding failed; the plain letters may still match.
  }
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

/** The page that a broken address probably meant; null when it resembles none. */
export const nearestPage = (path: string): keyof typeof meant | 'waizantPricing' | null => {
  const segments = plain(path)
    .slice(0, 200)
    .split(/[/._-]+/)
    .filter(Boolean)
    .slice(0, 8)
  for (const segment of segments.toReversed())
    for (const [name, words] of Object.entries(meant)) {
      if (!words.some((word) => resembles(segment, word))) continue
      return name === 'pricing' && segments.some((it) => resembles(it, 'waizant'))
        ? 'waizantPricing'
        : (name as keyof typeof meant)
    }
  return null
}
