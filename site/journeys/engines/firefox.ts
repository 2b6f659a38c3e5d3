import puppeteer from 'puppeteer-core'
import type { Engine } from './engine.ts'

/** Firefox from Debian or Mozilla, driven by WebDriver BiDi. */
export const openFirefox = async (executablePath: string): Promise<Engine> => {
  const browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath,
    headless: true,
    timeout: 120_000,
  })
  const page = await browser.newPage()
  return {
    goto: async (url) => void (await page.goto(url)),
    run: async (inPage, ...given) =>
      (await page.evaluate(`(${inPage})(...${JSON.stringify(given)})`)) as ReturnType<typeof inPage>,
    press: (x, y) => page.mouse.click(x, y),
    type: (text) => page.keyboard.type(text),
    resize: async (width, height) => {
      await page.setViewport({ width, height })
      const actual = await page.evaluate(() => innerWidth)
      if (actual !== width) throw new Error(`Firefox is ${actual} px wide instead of ${width}.`)
    },
    close: () => browser.close(),
  }
}
