/**
 * Draws the pictures of `site/public` that are checked in: social cards and icons.
 * Run after a change of the card or the mark: `node site/social/draw.mjs` (CHROMIUM_PATH names the browser).
 */
import { readFile, writeFile } from 'node:fs/promises'
import { chromium } from 'playwright-core'
import sharp from 'sharp'

const card = new URL('card.html', import.meta.url)
const publicFile = (name) => new URL(`../public/${name}`, import.meta.url)

const words = {
  es: {
    heading: 'Sabes cuánto pagas antes de pagar.',
    lead: '30 días gratis, sin tarjeta. En pesos o en dólares.',
    bill: 'Cambio de plan',
    due: 'Hoy pagas',
  },
  en: {
    heading: 'Know what you pay before you pay.',
    lead: '30 days free, no card. In pesos or dollars.',
    bill: 'Plan change',
    due: 'Due today',
  },
}

const drawCards = async () => {
  const browser = await chromium.launch({
    executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
    args: ['--no-sandbox'],
  })
  const page = await browser.newPage({ viewport: { width: 1200, height: 630 } })
  for (const [language, texts] of Object.entries(words)) {
    await page.goto(card.href)
    await page.evaluate((texts) => {
      for (const [word, text] of Object.entries(texts))
        document.querySelector(`[data-word=${word}]`).textContent = text
    }, texts)
    const png = await sharp(await page.screenshot())
      .png({ palette: true, colours: 64, effort: 10 })
      .toBuffer()
    await writeFile(publicFile(`social-${language}.png`), png)
  }
  await browser.close()
}

/** An .ico that holds one PNG, as every browser of today reads it. */
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

await Promise.all([drawCards(), drawIcons()])
