const WIDTH = 595
const HEIGHT = 842
const MARGIN = 56
const STEP = 20
const ROWS = Math.floor((HEIGHT - 2 * MARGIN) / STEP)

/** A simple document of rows with a text on the left and an amount on the right, over as many pages as needed. */
export const pdf = (rows: [left: string, right: string][]): string => {
  const pages: (typeof rows)[] = []
  for (let at = 0; at < rows.length; at += ROWS) pages.push(rows.slice(at, at + ROWS))
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    `<< /Type /Pages /Count ${pages.length} /Kids [${pages.map((_, index) => `${4 + 2 * index} 0 R`).join(' ')}] >>`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Courier /Encoding /WinAnsiEncoding >>',
  ]
  for (const [index, page] of pages.entries()) {
    const content = page
      .map(([left, right], row) => rowOf(left, right, HEIGHT - MARGIN - row * STEP))
      .join('')
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 ${WIDTH} ${HEIGHT}] /Resources << /Font << /F1 3 0 R >> >> /Contents ${5 + 2 * index} 0 R >>`,
      `<< /Length ${content.length} >>\nstream\n${content}endstream`,
    )
  }
  let body = '%PDF-1.4\n'
  const offsets = objects.map((object, index) => {
    const offset = body.length
    body += `${index + 1} 0 obj\n${object}\nendobj\n`
    return offset
  })
  const table = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('')
  return `${body}xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${table}trailer << /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${body.length}\n%%EOF\n`
}

/** Courier's letters are all 0.6 of their size wide, so the right column needs no measuring. */
const SIZE = 10
const rowOf = (left: string, right: string, y: number): string => {
  const x = WIDTH - MARGIN - right.length * SIZE * 0.6
  const room = Math.floor((x - MARGIN) / (SIZE * 0.6)) - 2
  return text(left.slice(0, room), MARGIN, y) + text(right, x, y)
}

const text = (value: string, x: number, y: number): string =>
  value ? `BT /F1 ${SIZE} Tf ${x.toFixed(2)} ${y} Td (${encode(value)}) Tj ET\n` : ''

/** In the document's encoding, with everything outside ASCII as an octal escape. */
const encode = (value: string): string =>
  [...value]
    .map((character) => {
      const code =
        character === '€'
          ? 0x80
          : character === '–'
            ? 0x96
            : character === '−'
              ? 0x2d
              : character.charCodeAt(0)
      if ('()\\'.includes(character)) return `\\${character}`
      if (code === 0xa0 || code === 0x202f) return ' '
      return code < 127
        ? String.fromCharCode(code)
        : code < 256
          ? `\\${code.toString(8).padStart(3, '0')}`
          : '?'
    })
    .join('')
