/** The product's colours, as hexadecimal values that every mail program supports. */
export const colours = {
  accent: '#00685b',
  canvas: '#f3f7f6',
  surface: '#ffffff',
  ink: '#16262a',
  muted: '#4d5c5f',
  line: '#dbe3e2',
}

const dark = {
  accent: '#5fd9c6',
  onAccent: '#06201c',
  canvas: '#0b1112',
  surface: '#151d1f',
  ink: '#eef4f2',
  muted: '#a9b7b6',
  line: '#2b3739',
}

export const font = "-apple-system, 'Segoe UI', Roboto, Helvetica, Arial, sans-serif"

const darkRules = (scope = '') => `
${scope} .canvas, ${scope} .canvas > div { background-color: ${dark.canvas} !important; }
${scope} .sheet, ${scope} .sheet > table { background-color: ${dark.surface} !important; border-color: ${dark.line} !important; }
${scope} .sheet > table > tbody > tr > td { border-color: ${dark.line} !important; }
${scope} .ink, ${scope} .ink div, ${scope} .ink h1 { color: ${dark.ink} !important; }
${scope} .muted, ${scope} .muted div { color: ${dark.muted} !important; }
${scope} .facts td { border-color: ${dark.line} !important; }
${scope} .link { color: ${dark.accent} !important; }
${scope} .mark, ${scope} .button td, ${scope} .button a { background-color: ${dark.accent} !important; color: ${dark.onAccent} !important; }
`

/** Styles that can't be inline: the dark scheme, and narrow screens. */
export const styles = `
:root { color-scheme: light dark; supported-color-schemes: light dark; }
td { font-variant-numeric: tabular-nums; }
@media only screen and (max-width: 479px) {
.canvas { padding: 0 12px; }
.sheet > table > tbody > tr > td { padding: 24px 20px 8px !important; }
.edge > table > tbody > tr > td { padding-left: 20px !important; padding-right: 20px !important; }
.button table, .button a { width: 100% !important; box-sizing: border-box; text-align: center; }
}
@media (prefers-color-scheme: dark) {
body { background-color: ${dark.canvas} !important; }${darkRules()}}
${darkRules('[data-ogsc]')}
`
