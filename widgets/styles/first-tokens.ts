import { type CSSResult, unsafeCSS } from 'lit'

/** Mixes a share of a colour with the surface. */
export const tint = (name: string, percent: number) =>
  `color-mix(in oklab,var(--_${name}) ${percent}%,var(--_surface))`

/**
 * What the first paint of the plans needs of the look; see `tokens.ts`.
 *
 * @cssproperty --waizant-accent - the one colour of the brand: main buttons, marks, focus
 * @cssproperty --waizant-on-accent - text on it
 * @cssproperty --waizant-accent-soft - a hint of it, behind what is chosen or touched
 * @cssproperty --waizant-surface - cards, dialogs and controls
 * @cssproperty --waizant-ink - text
 * @cssproperty --waizant-muted - text that matters less
 * @cssproperty --waizant-line - hairlines
 * @cssproperty --waizant-edge - borders of what can be pressed
 * @cssproperty --waizant-font - the typeface
 * @cssproperty --waizant-text-1 - the smallest of five sizes of type
 * @cssproperty --waizant-text-2 - the size of plain text
 * @cssproperty --waizant-text-3 - the size of small headings
 * @cssproperty --waizant-text-4 - the size of headings
 * @cssproperty --waizant-text-5 - the size of prices
 * @cssproperty --waizant-space - the step of every distance
 * @cssproperty --waizant-radius-card - the corners of cards
 * @cssproperty --waizant-radius-control - the corners of controls
 */
export const firstTokens = {
  accent: 'light-dark(oklch(.46 .1 182),oklch(.8 .115 180))',
  'on-accent': 'light-dark(#fff,oklch(.2 .04 185))',
  surface: 'light-dark(#fff,oklch(.215 .014 200))',
  ink: 'light-dark(oklch(.25 .022 210),oklch(.955 .008 180))',
  muted: tint('ink', 70),
  line: tint('ink', 13),
  edge: tint('ink', 50),
  'accent-soft': tint('accent', 9),
  font: "system-ui,'Segoe UI',Roboto,sans-serif",
  'text-1': '.8125rem',
  'text-2': '.9375rem',
  'text-3': '1.125rem',
  'text-4': '1.5rem',
  'text-5': '2.375rem',
  space: '.25rem',
  'radius-card': '12px',
  'radius-control': '8px',
}

type Tokens = Readonly<Record<string, string>>

const declare = (tokens: Tokens, name: (token: string, value: string) => string) =>
  Object.entries(tokens)
    .map(([token, value]) => name(token, value))
    .join(';')

/** Elements read each token as `--_accent` and so on: the page's value, or else the default. */
export const readTokens = (tokens: Tokens): CSSResult =>
  unsafeCSS(`:host{${declare(tokens, (token, value) => `--_${token}:var(--waizant-${token},${value})`)}}`)
