/** The few types that the pictures need; the package has none of its own. */
declare module 'opentype.js' {
  interface Glyph {
    advanceWidth: number
    getPath(x: number, y: number, size: number): { toPathData(decimals: number): string }
  }
  interface Font {
    unitsPerEm: number
    charToGlyph(character: string): Glyph
    /** In font units. */
    getKerningValue(left: Glyph, right: Glyph): number
  }
  const opentype: { parse(font: ArrayBuffer): Font }
  export default opentype
}
