import { setViewport } from '@web/test-runner-commands'
import { planSettingsStates } from '../../dev/plan-settings.states.ts'
import { show } from '../../dev/show.ts'
import type { State } from '../../dev/state.ts'
import { connect } from '../../stores/connect.ts'
import { expect } from '../../testing/expect.ts'
import { says } from '../../testing/office.ts'
import { clear, flaws, mount } from '../../testing/page.ts'
import { afterEach, describe, it } from '../../testing/suite.ts'

/** Text that a state shows once it is reached, in English. */
const words: Record<string, string> = {
  loading: '',
  'signed-out': 'Sign in as an administrator',
  refused: 'waizant-backoffice',
  failed: 'El servicio no responde.',
  plans: 'STRIPE_PRODUCTION_SECRET_KEY',
  repaired: 'Staging is in sync.',
  versions: 'has customers',
  'no-versions': 'This plan has no versions yet.',
  create: 'The next free one is 3.',
  parameters: '$27.50',
  wrong: 'There is a package of this quantity already.',
  missing: 'Falta el precio en MXN.',
  features: '1 of 2',
  services: 'Audit case',
  pricing: 'Everything is saved.',
  details: 'Limits, as people read them',
  history: 'bruno@waizant.mx',
  sold: '12 subscribers live by it.',
  changed: '1 unsaved change',
  saved: 'Rates saved.',
  dispute: 'Somebody else saved while you were writing',
  publish: 'Within seconds every page sells it at these prices:',
  delete: 'it cannot be undone',
  keys: 'Pastes several rows from a spreadsheet',
  'not-found': 'No encontramos lo que buscas.',
  customers: 'Taller Faro',
  'no-customers': 'No customers yet.',
  leads: 'Grupo Mora',
  ecosystems: 'waizant_tickets_100008',
  hostile: '<img src=x',
}

const shown = async (state: State<never>, scheme = 'light') => {
  document.documentElement.style.cssText = `color-scheme:${scheme};background:Canvas`
  const element = await show(state, { locale: 'en', scheme }, mount('<main></main>'))
  await says(element, words[state.name]!)
  return element
}

/** Numbers that are torn in two by the end of a line. */
const torn = (root: ShadowRoot): string[] => {
  const found: string[] = []
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT)
  for (let text = texts.nextNode() as Text | null; text; text = texts.nextNode() as Text | null)
    for (const { index, 0: number } of text.data.matchAll(/\d{4,}/g)) {
      const range = document.createRange()
      range.setStart(text, index)
      range.setEnd(text, index + number.length)
      if (new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size > 1) found.push(number)
    }
  return found
}

describe('The back office', () => {
  afterEach(async () => {
    clear()
    connect({ ecosystem: '' })
    document.documentElement.style.cssText = ''
    await setViewport({ width: 800, height: 600 })
  })

  it('has words to be known by in each of its states', () => {
    expect(planSettingsStates.map(({ name }) => name)).toEqual(Object.keys(words))
  })

  for (const state of planSettingsStates) {
    it(`is accessible in both schemes: ${state.name}`, async () => {
      for (const scheme of ['light', 'dark']) {
        expect(await flaws(await shown(state, scheme))).toEqual([])
        clear()
      }
    })
  }

  for (const state of planSettingsStates) {
    it(`fits screens of 280 to 1280 px: ${state.name}`, async () => {
      const element = await shown(state)
      for (const width of [280, 320, 700, 900, 1280]) {
        await setViewport({ width, height: 640 })
        const { scrollWidth, clientWidth } = document.documentElement
        expect(`${width} ${Math.max(0, scrollWidth - clientWidth)}`).toBe(`${width} 0`)
        expect(torn((element as Element).shadowRoot!)).toEqual([])
      }
    })
  }
})
