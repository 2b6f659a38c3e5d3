/** The supported part of Stripe's Appearance API: how a page styles the card fields. */
export interface Appearance {
  theme?: 'stripe' | 'night' | 'flat' | 'none'
  variables?: Record<string, string | undefined>
  rules?: Record<string, Record<string, string | undefined>>
  labels?: 'above' | 'floating' | 'auto'
}

const LIGHT = {
  colorPrimary: '#0570de',
  colorBackground: '#ffffff',
  colorText: '#1f2733',
  colorTextSecondary: '#5b6472',
  colorDanger: '#b3093c',
  borderRadius: '6px',
  spacingUnit: '4px',
  fontFamily: 'system-ui, sans-serif',
  fontSizeBase: '16px',
}

const NIGHT = {
  ...LIGHT,
  colorPrimary: '#4fb3ff',
  colorBackground: '#23262e',
  colorText: '#f3f5f8',
  colorTextSecondary: '#b4bcc8',
  colorDanger: '#ff8fa3',
}

const dashed = (name: string) => name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)

/** The style sheet of this appearance: its variables as custom properties, its rules on the same class names. */
export const sheetFor = (appearance: Appearance = {}): CSSStyleSheet => {
  const base = appearance.theme === 'night' ? NIGHT : LIGHT
  const variables = Object.entries({ ...base, ...appearance.variables }).flatMap(([name, value]) =>
    value && /^[a-zA-Z]+$/.test(name) ? [`--${dashed(name)}:${clean(value)}`] : [],
  )
  const rules = Object.entries(appearance.rules ?? {}).flatMap(([selector, styles]) =>
    /^[.\w:#\-> ,]+$/.test(selector)
      ? [
          `${selector}{${Object.entries(styles)
            .map(([name, value]) => `${dashed(name)}:${clean(value ?? '')}`)
            .join(';')}}`,
        ]
      : [],
  )
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`:host{${variables.join(';')}}${STRUCTURE}${rules.join('')}`)
  return sheet
}

const clean = (value: string) => value.replace(/[{}<>;]/g, '')

const STRUCTURE = `
:host{display:block;color:var(--color-text);font:var(--font-size-base)/1.45 var(--font-family)}
*{box-sizing:border-box}
.Grid{display:grid;grid-template-columns:1fr 1fr;gap:calc(var(--spacing-unit)*3)}
.Field{display:grid;gap:var(--spacing-unit);align-content:start;min-width:0}.Field:first-child,.Note{grid-column:1/-1}
.Label{font-size:.875em;color:var(--color-text)}
.Input{width:100%;min-height:44px;padding:10px 12px;font:inherit;color:inherit;background:var(--color-background);border:1px solid color-mix(in srgb,var(--color-text) 48%,var(--color-background));border-radius:var(--border-radius)}
.Input::placeholder{color:var(--color-text-secondary);opacity:1}
.Input:focus{outline:3px solid color-mix(in srgb,var(--color-primary) 45%,transparent);outline-offset:1px;border-color:var(--color-primary)}
.Input--invalid{border-color:var(--color-danger)}
.Error{font-size:.8125em;color:var(--color-danger)}.Error:empty{display:none}
.Note{margin:0;font-size:.8125em;color:var(--color-text-secondary)}
`
