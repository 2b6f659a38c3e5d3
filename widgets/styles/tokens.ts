import { firstTokens } from './first-tokens.ts'
import { lateTokens } from './late-tokens.ts'
import { tableTokens } from './table-tokens.ts'

/**
 * All theming tokens. Each is a custom property: `--waizant-accent` set on any ancestor overrides the default here, and
 * colours mixed from it follow. Colours are pairs for light and dark and obey the page's `color-scheme`.
 */
export const tokens = { ...firstTokens, ...lateTokens, ...tableTokens }

/** The tokens as CSS for a page that uses the same look: `:root{--waizant-accent:…}`. */
export const tokensCss = (selector = ':root'): string =>
  `${selector}{${Object.entries(tokens)
    .map(([name, value]) => `--waizant-${name}:${value.replaceAll('--_', '--waizant-')}`)
    .join(';')}}`
