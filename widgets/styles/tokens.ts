import { type CSSResult, unsafeCSS } from 'lit'

/** So much of a colour, the rest surface. */
const tint = (name: string, percent: number) =>
  `color-mix(in oklab,var(--_${name}) ${percent}%,var(--_surface))`

/**
 * The look in one place. Each is a custom property: `--waizant-accent` set on any ancestor wins over the default here,
 * and what is mixed from it follows. Colours are pairs for light and dark and obey the page's `color-scheme`.
 */
export const tokens = {
  accent: 'light-dark(oklch(.46 .1 182),oklch(.8 .115 180))',
  'on-accent': 'light-dark(#fff,oklch(.2 .04 185))',
  surface: 'light-dark(#fff,oklch(.215 .014 200))',
  canvas: 'light-dark(oklch(.986 .004 170),oklch(.17 .012 200))',
  ink: 'light-dark(oklch(.25 .022 210),oklch(.955 .008 180))',
  danger: 'light-dark(oklch(.5 .17 27),oklch(.8 .11 25))',
  muted: tint('ink', 70),
  edge: tint('ink', 50),
  line: tint('ink', 13),
  'accent-soft': tint('accent', 9),
  'danger-soft': tint('danger', 9),
  font: "system-ui,'Segoe UI',Roboto,sans-serif",
  'text-1': '.8125rem',
  'text-2': '.9375rem',
  'text-3': '1.125rem',
  'text-4': '1.5rem',
  'text-5': '2.375rem',
  space: '.25rem',
  'radius-card': '12px',
  'radius-control': '8px',
  'sticky-top': '0px',
} as const

/** For a page that wants the very same look: `:root{--waizant-accent:…}`. */
export const tokensCss = (selector = ':root'): string =>
  `${selector}{${Object.entries(tokens)
    .map(([name, value]) => `--waizant-${name}:${value.replaceAll('--_', '--waizant-')}`)
    .join(';')}}`

/** Inside an element each is read as `--_accent`: the page's value, or else ours. */
export const tokenStyles: CSSResult = unsafeCSS(
  `:host{${Object.entries(tokens)
    .map(([name, value]) => `--_${name}:var(--waizant-${name},${value})`)
    .join(';')}}`,
)
