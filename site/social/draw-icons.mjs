/**
 * Draws the icons of `site/public`, which are checked in. Run it after a change of the mark: `node
 * site/social/draw-icons.mjs`.
 */
import { readFile, writeFile } from 'node:fs/promises'
import sharp from 'sharp'

const publicFile = (name) => new URL(`../public/${name}`, import.meta.url)

/** An .ico that holds one PNG, as every current browser reads it. */
const ico = (png, size) => {
  const head = Buffer.alloc(22)
  head.writeUInt16LE(1, 2)
  head.writeUInt16LE(1, 4)
  head.writeUInt8(size, 6)
  head.writeUInt8(size, 7)
  head.writeUInt16LE(1, 10)
  head.writeUInt16LE(32, 12)
  head.writeUInt32LE(png.length, 14)
  head.writeUInt32LE(22, 18)
  return Buffer.concat([head, png])
}

const drawIcons = async () => {
  const mark = await readFile(publicFile('favicon.svg'), 'utf8')
  const square = mark.replace(' rx="8"', '')
  const png = (svg, size) =>
    sharp(Buffer.from(svg), { density: 72 * (size / 32) })
      .resize(size)
      .png({ palette: true, colours: 32 })
      .toBuffer()
  await writeFile(publicFile('apple-touch-icon.png'), await png(square, 180))
  await writeFile(publicFile('icon-512.png'), await png(square, 512))
  await writeFile(publicFile('favicon.ico'), ico(await png(mark, 32), 32))
}

await drawIcons()
