import type { Page } from 'playwright-core'

declare global {
  interface Window {
    definedAt: number
  }
}

/** Notes in the page when the picker comes alive. */
export const noteDefinition = (page: Page) =>
  page.addInitScript(() => {
    void customElements.whenDefined('waizant-plan-picker').then(() => {
      window.definedAt = performance.now()
    })
  })

/**
 * The requests to the API before the picker follows its prices, which it does from seconds after it came alive, however long this
 * test had to wait for the processor.
 */
export const askedAtFirst = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name, startTime }) => name.includes('/v1/') && startTime < window.definedAt + 1_000)
      .map(({ name }) => name),
  )
