import { setViewport } from '@web/test-runner-commands'
import { show } from '../dev/show.ts'
import type { State } from '../dev/state.ts'
import { connect } from '../stores/connect.ts'
import { expect } from './expect.ts'
import { clear, flaws, mount, until } from './page.ts'
import { afterEach, describe, it } from './suite.ts'

/** The visible text of an element. */
export const said = (element: Element): string =>
  (element.shadowRoot?.querySelector<HTMLElement>('[part=base]')?.innerText ?? '').replaceAll(/\s+/g, ' ')

/** Checks that every state is reached, is accessible in both colour schemes, and fits the smallest screens. */
export const provesStates = <E extends HTMLElement>(
  subject: string,
  states: readonly State<E>[],
  words: Readonly<Record<string, string>>,
): void => {
  const shown = async (name: string, scheme: string) => {
    document.documentElement.style.cssText = `color-scheme:${scheme};background:Canvas`
    const state = states.find((one) => one.name === name)!
    const element = await show(state, { locale: 'en', scheme }, mount('<main></main>'))
    await until(() => said(element).includes(words[name]!))
    return element
  }

  describe(subject, () => {
    afterEach(async () => {
      clear()
      connect({ ecosystem: '' })
      document.documentElement.style.cssText = ''
      await setViewport({ width: 800, height: 600 })
    })

    it('has words to be known by in each of its states', () => {
      expect(states.map(({ name }) => name)).toEqual(Object.keys(words))
    })

    for (const { name } of states) {
      it(`is accessible in both schemes and fits 280 px: ${name}`, async () => {
        for (const scheme of ['light', 'dark']) {
          const element = await shown(name, scheme)
          expect(await flaws(element)).toEqual([])
          if (scheme === 'dark') {
            await setViewport({ width: 280, height: 640 })
            expect(document.documentElement.scrollWidth).toBe(280)
          }
          clear()
        }
      })
    }
  })
}
