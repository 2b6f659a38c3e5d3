import { globSync } from 'node:fs'
import { join } from 'node:path'

const id = 'virtual:waizant-guide'
const guide = join(import.meta.dirname, '..')

/** Gives the site the guide, made once when it is built: no page parses Markdown or colours code while somebody waits. */
export const guidePlugin = () => ({
  name: 'waizant-guide',
  resolveId: (asked: string) => (asked === id ? `\0${id}` : null),
  async load(this: { addWatchFile(path: string): void }, asked: string) {
    if (asked !== `\0${id}`) return null
    for (const file of globSync('{es-MX,en,code}/**/*.*', { cwd: guide }))
      this.addWatchFile(join(guide, file))
    // Only the site's build needs what makes the guide.
    const { makeGuide } = await import('./guide.ts')
    const { pages, declarations } = await makeGuide()
    return `export const pages = ${JSON.stringify(pages)}\nexport const declarations = ${JSON.stringify(declarations)}`
  },
})
