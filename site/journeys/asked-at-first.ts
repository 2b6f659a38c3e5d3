import type { Page } from 'playwright-core'

declare global {
  interface Window {
    definedAt: number
  }
}

/** Records in the page when the picker hydrates. */
export const noteDefinition = (page: Page) =>
  page.addInitScript(() => {
    void customElements.whenDefined('waizant-plan-picker').then(() => {
      window.definedAt = performance.now()
    })
  })

/**
 * The API requests before the picker starts to follow its prices, some seconds after hydration. That limit holds
 * however long this test had to wait for the processor.
 */
export const askedAtFirst = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    performance
      .getEntriesByType('resource')
      .filter(({ name, startTime }) => name.includes('/v1/') && startTime < window.definedAt + 1_000)
      .map(({ name }) => name),
  )
