import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { copyFile, mkdir, rename, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { imageOf } from '../seo/social-image.ts'
import { cards } from './cards.ts'
import { drawCard } from './draw-card.ts'

const cache = join(import.meta.dirname, '../../node_modules/.cache/waizant-social')

/** The picture of this drawing, cached by its content: only changed drawings are rendered again. */
const pictureOf = async (svg: string): Promise<string> => {
  const path = join(cache, `${createHash('sha256').update(svg).digest('hex').slice(0, 32)}.png`)
  if (existsSync(path)) return path
  const { default: sharp } = await import('sharp')
  const png = await sharp(Buffer.from(svg)).png({ palette: true, colours: 64, effort: 10 }).toBuffer()
  // Written completely or not at all, because another build may run at the same time.
  const drawing = `${path}.${process.pid}`
  await writeFile(drawing, png)
  await rename(drawing, path)
  return path
}

/** Renders the picture of every page that may be shared, in its language, into `directory`. */
export const buildSocialImages = async (directory: string): Promise<void> => {
  await mkdir(cache, { recursive: true })
  for (const card of cards) {
    const target = join(directory, imageOf(card.address))
    await mkdir(dirname(target), { recursive: true })
    await copyFile(await pictureOf(drawCard(card)), target)
  }
}
