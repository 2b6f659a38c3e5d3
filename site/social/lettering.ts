import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import opentype from 'opentype.js'

const require = createRequire(import.meta.url)

/** Inter from npm: the build machine may have no font at all. */
const face = (weight: 400 | 600 | 700) => {
  const file = readFileSync(require.resolve(`@fontsource/inter/files/inter-latin-${weight}-normal.woff`))
  return opentype.parse(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer)
}

const faces = { 400: face(400), 600: face(600), 700: face(700) }

export interface Type {
  weight: keyof typeof faces
  /** In pixels. */
  size: number
  fill: string
}

/** Letter spacing: large letters are set closer together. In parts of their size. */
const tracking = ({ size }: Type) => (size > 40 ? -0.03 : -0.012)

/** Where each glyph of a line begins, and the total width. */
const set = (text: string, type: Type) => {
  const font = faces[type.weight]
  const glyphs = [...text].map((character) => font.charToGlyph(character))
  const scale = type.size / font.unitsPerEm
  let x = 0
  const placed = glyphs.map((glyph, index) => {
    const next = glyphs[index + 1]
    const begins = x
    x += (glyph.advanceWidth + (next ? font.getKerningValue(glyph, next) : 0)) * scale
    if (next) x += tracking(type) * type.size
    return { glyph, begins }
  })
  return { placed, width: x }
}

export const widthOf = (text: string, type: Type): number => set(text, type).width

/** A line as outlines, its baseline at `y`, beginning or ending at `x`. */
export const line = (text: string, type: Type, at: { x: number; y: number; end?: boolean }): string => {
  const { placed, width } = set(text, type)
  const left = at.end ? at.x - width : at.x
  const outlines = placed.map(({ glyph, begins }) =>
    glyph.getPath(left + begins, at.y, type.size).toPathData(1),
  )
  return `<path fill="${type.fill}" d="${outlines.join('')}"/>`
}

/** Breaks the words into as few lines of at most `width` pixels as possible, of lengths as even as possible. */
export const linesOf = (text: string, type: Type, width: number): string[] => {
  const lines = broken(text, type, width)
  const narrower = broken(text, type, width - 12)
  const fits = narrower.length === lines.length && narrower.every((one) => widthOf(one, type) < width - 12)
  return fits && lines.length > 1 ? linesOf(text, type, width - 12) : lines
}

const broken = (text: string, type: Type, width: number): string[] => {
  const lines: string[] = []
  for (const word of text.split(' ')) {
    const longer = `${lines.at(-1)} ${word}`
    if (lines.length > 0 && widthOf(longer, type) <= width) lines[lines.length - 1] = longer
    else lines.push(word)
  }
  return lines
}
