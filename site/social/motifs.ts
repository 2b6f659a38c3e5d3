import { colour } from './colours.ts'
import { line, type Type } from './lettering.ts'

/** The drawing on the right of a card: a sketch of the page, without words in any language. */
export type Motif = 'bill' | 'plans' | 'days' | 'form' | 'shield' | 'code'

const box = { x: 740, y: 115, width: 400, height: 400 }
const [accent, hair, soft, ink] = [colour('accent'), colour('line'), colour('accent-soft'), colour('ink')]

const bar = (x: number, y: number, width: number, fill: string, height = 14) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${height / 2}" fill="${fill}"/>`

const sheet = ({ x, y, width, height } = box, edge = hair) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="20" fill="${colour('surface')}" stroke="${edge}" stroke-width="${edge === hair ? 2 : 4}"/>`

const tick = (x: number, y: number) =>
  `<path d="m${x} ${y} 7 7 13-15" fill="none" stroke="${accent}" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"/>`

const rows = (count: number, draw: (row: number) => string) =>
  Array.from({ length: count }, (_, row) => draw(row)).join('')

const figures: Type = { weight: 400, size: 26, fill: ink }

const bill = () => {
  const row = (y: number, wide: number, amount: string) =>
    bar(780, y - 17, wide, hair) +
    line(amount, figures, { x: 1100, y, end: true }) +
    bar(780, y + 28, 320, hair, 2)
  return (
    sheet() +
    bar(780, 160, 150, ink) +
    bar(780, 206, 104, hair) +
    bar(890, 206, 210, accent) +
    row(292, 130, '−$666.00') +
    row(364, 170, '$1,666.00') +
    bar(780, 438, 64, ink) +
    line('$1,000.00', { weight: 700, size: 46, fill: ink }, { x: 1100, y: 460, end: true })
  )
}

const plan = (x: number, features: number, chosen: boolean) =>
  sheet({ x, y: chosen ? 125 : 145, width: 132, height: chosen ? 380 : 340 }, chosen ? accent : hair) +
  bar(x + 20, 180, 60, ink) +
  bar(x + 20, 212, 92, chosen ? accent : soft, 26) +
  rows(features, (row) => tick(x + 20, 276 + row * 40) + bar(x + 52, 270 + row * 40, 60, hair, 10))

const plans = () => plan(712, 3, false) + plan(858, 5, true) + plan(1004, 4, false)

const days = () =>
  sheet() +
  rows(30, (day) => {
    const [x, y] = [784 + (day % 6) * 54, 165 + Math.floor(day / 6) * 64]
    return `<rect x="${x}" y="${y}" width="42" height="46" rx="10" fill="${day === 29 ? accent : soft}"/>`
  }) +
  `<path d="m1066 445 8 8 14-17" fill="none" stroke="${colour('on-accent')}" stroke-width="5" stroke-linecap="round" stroke-linejoin="round"/>`

const field = (y: number, height: number) =>
  bar(780, y, 90, ink, 10) +
  `<rect x="780" y="${y + 24}" width="320" height="${height}" rx="10" fill="none" stroke="${colour('edge')}" stroke-width="2"/>`

const form = () =>
  sheet() +
  field(150, 44) +
  field(240, 90) +
  `<rect x="780" y="400" width="320" height="64" rx="12" fill="${accent}"/>`

const shield = () =>
  sheet() +
  `<path d="M940 165c38 30 76 40 112 42v96c0 84-52 134-112 162-60-28-112-78-112-162v-96c36-2 74-12 112-42Z" fill="${soft}" stroke="${accent}" stroke-width="5" stroke-linejoin="round"/>` +
  `<path d="m894 318 34 34 62-74" fill="none" stroke="${accent}" stroke-width="14" stroke-linecap="round" stroke-linejoin="round"/>`

const code = () => {
  const type = (fill: string): Type => ({ weight: 600, size: 26, fill })
  const written = [
    '<script',
    '  src="…/waizant.js">',
    '</script>',
    '',
    '<waizant-plan-picker',
    '  catalogue="erp">',
    '</waizant-plan-picker>',
  ]
  return (
    sheet() +
    written
      .map((text, row) => {
        const own = text.startsWith(' ')
        return line(text.trim(), type(own ? colour('muted') : accent), {
          x: own ? 804 : 776,
          y: 192 + row * 46,
        })
      })
      .join('')
  )
}

export const motifs: Record<Motif, () => string> = { bill, plans, days, form, shield, code }
