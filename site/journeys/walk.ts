import type { BrowserContextOptions } from 'playwright-core'
import type { Stage, Visitor } from './stage.ts'

/**
 * Visits each address, a few at a time: pages spend much of their time waiting for an idle network. A visitor goes
 * from page to page, because a new browser profile for each costs more than most pages.
 */
export const walk = async (
  stage: Stage,
  addresses: Iterable<string>,
  options: BrowserContextOptions,
  look: (path: string, visitor: Visitor) => Promise<void>,
) => {
  const queue = new Set(addresses).values()
  const one = async () => {
    const visitor = await stage.visitor(options)
    for (const path of queue) {
      await look(path, visitor)
      visitor.troubles.length = 0
    }
    await visitor.page.context().close()
  }
  await Promise.all([one(), one(), one()])
}
