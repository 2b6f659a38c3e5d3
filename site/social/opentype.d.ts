/** The little that the pictures need of it; it brings no types of its own. */
declare module 'opentype.js' {
  interface Glyph {
    advanceWidth: number
    getPath(x: number, y: number, size: number): { toPathData(decimals: number): string }
  }
  interface Font {
    unitsPerEm: number
    charToGlyph(character: string): Glyph
    /** In units of the font. */
    getKerningValue(left: Glyph, right: Glyph): number
  }
  const opentype: { parse(font: ArrayBuffer): Font }
  export default opentype
}
