import { globSync } from 'node:fs'
import { join } from 'node:path'

const id = 'virtual:waizant-guide'
const guide = join(import.meta.dirname, '..')

/**
 * Gives the site its guide, generated once at build time: no Markdown is parsed and no code highlighted during a
 * request.
 */
export const guidePlugin = () => ({
  name: 'waizant-guide',
  resolveId: (asked: string) => (asked === id ? `\0${id}` : null),
  async load(this: { addWatchFile(path: string): void }, asked: string) {
    if (asked !== `\0${id}`) return null
    for (const file of globSync('{es-MX,en,code}/**/*.*', { cwd: guide }))
      this.addWatchFile(join(guide, file))
    // Imported here because only the site's build needs the generator.
    const { makeGuide } = await import('./guide.ts')
    const { pages, declarations } = await makeGuide()
    return `export const pages = ${JSON.stringify(pages)}\nexport const declarations = ${JSON.stringify(declarations)}`
  },
})
