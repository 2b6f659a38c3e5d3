import type { Card } from './cards.ts'
import { colour } from './colours.ts'
import { line, linesOf, type Type } from './lettering.ts'
import { motifs } from './motifs.ts'

/** The size that every network asks for. */
export const size = { width: 1200, height: 630 }

const left = 72
const width = 590

const brand =
  `<g transform="translate(${left} 68) scale(1.75)"><rect width="32" height="32" rx="8" fill="${colour('accent')}"/>` +
  `<path d="M6.5 10.5 11 22l5-9.5 5 9.5 4.5-11.5" fill="none" stroke="${colour('on-accent')}" stroke-width="2.75" stroke-linecap="round" stroke-linejoin="round"/></g>` +
  line('Waizant', { weight: 700, size: 30, fill: colour('ink') }, { x: left + 76, y: 107 }) +
  line('Billing', { weight: 400, size: 30, fill: colour('muted') }, { x: left + 201, y: 107 })

const titleOf = (size: number): Type => ({ weight: 700, size, fill: colour('ink') })
const leadType: Type = { weight: 400, size: 28, fill: colour('muted') }

/** The largest size at which the text fits in three lines. */
const set = (title: string) => {
  const fitting = [72, 64, 56, 48].find((size) => linesOf(title, titleOf(size), width).length <= 3) ?? 40
  return { type: titleOf(fitting), lines: linesOf(title, titleOf(fitting), width), height: fitting * 1.1 }
}

/** A card as SVG without text: all words are outlines, so that it needs no font to be rendered. */
export const drawCard = ({ title, lead, motif }: Omit<Card, 'address'>): string => {
  const heading = set(title)
  const below = linesOf(lead, leadType, width)
  const tall = heading.lines.length * heading.height + 28 + below.length * 40
  const top = 180 + Math.max(0, (380 - tall) / 2)
  const words =
    heading.lines
      .map((text, row) => line(text, heading.type, { x: left, y: top + (row + 0.8) * heading.height }))
      .join('') +
    below
      .map((text, row) =>
        line(text, leadType, { x: left, y: top + heading.lines.length * heading.height + 50 + row * 40 }),
      )
      .join('')
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}"><rect width="100%" height="100%" fill="${colour('canvas')}"/><rect width="100%" height="10" fill="${colour('accent')}"/>${brand}${words}${motifs[motif]()}</svg>`
}
