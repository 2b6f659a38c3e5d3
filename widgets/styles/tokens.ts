import { firstTokens } from './first-tokens.ts'
import { lateTokens } from './late-tokens.ts'
import { tableTokens } from './table-tokens.ts'

/**
 * The look in one place. Each is a custom property: `--waizant-accent` set on any ancestor wins over the default here,
 * and what is mixed from it follows. Colours are pairs for light and dark and obey the page's `color-scheme`.
 */
export const tokens = { ...firstTokens, ...lateTokens, ...tableTokens }

/** For a page that wants the very same look: `:root{--waizant-accent:…}`. */
export const tokensCss = (selector = ':root'): string =>
  `${selector}{${Object.entries(tokens)
    .map(([name, value]) => `--waizant-${name}:${value.replaceAll('--_', '--waizant-')}`)
    .join(';')}}`
