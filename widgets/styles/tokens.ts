import { type CSSResult, unsafeCSS } from 'lit'

/**
 * The look in one place. Each is a custom property: `--waizant-accent` set on any ancestor wins over the default here.
 * Colours are pairs for light and dark and follow the page's `color-scheme`.
 */
export const tokens = {
  accent: 'light-dark(oklch(0.46 0.1 182), oklch(0.8 0.115 180))',
  'accent-hover': 'light-dark(oklch(0.4 0.09 182), oklch(0.86 0.1 180))',
  'on-accent': 'light-dark(#fff, oklch(0.2 0.04 185))',
  'accent-soft': 'light-dark(oklch(0.962 0.022 180), oklch(0.29 0.04 185))',
  'accent-text': 'light-dark(oklch(0.42 0.09 182), oklch(0.84 0.1 180))',
  canvas: 'light-dark(oklch(0.986 0.004 170), oklch(0.17 0.012 200))',
  surface: 'light-dark(#fff, oklch(0.215 0.014 200))',
  ink: 'light-dark(oklch(0.25 0.022 210), oklch(0.955 0.008 180))',
  muted: 'light-dark(oklch(0.48 0.022 205), oklch(0.76 0.016 190))',
  line: 'light-dark(oklch(0.905 0.01 190), oklch(0.34 0.018 200))',
  edge: 'light-dark(oklch(0.62 0.02 200), oklch(0.6 0.02 195))',
  danger: 'light-dark(oklch(0.5 0.17 27), oklch(0.8 0.11 25))',
  'danger-soft': 'light-dark(oklch(0.965 0.02 25), oklch(0.29 0.05 25))',
  font: "system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', sans-serif",
  'text-1': '0.8125rem',
  'text-2': '0.9375rem',
  'text-3': '1.125rem',
  'text-4': '1.5rem',
  'text-5': '2.375rem',
  space: '0.25rem',
  'radius-card': '12px',
  'radius-control': '8px',
  'sticky-top': '0px',
} as const

/** For a page that wants the very same look: `:root{--waizant-accent:…}`. */
export const tokensCss = (selector = ':root'): string =>
  `${selector}{${Object.entries(tokens)
    .map(([name, value]) => `--waizant-${name}:${value}`)
    .join(';')}}`

/** Inside an element each is read as `--_accent`: the page's value, or else ours. */
export const tokenStyles: CSSResult = unsafeCSS(
  `:host{${Object.entries(tokens)
    .map(([name, value]) => `--_${name}:var(--waizant-${name},${value})`)
    .join(';')}}`,
)
