import { setViewport } from '@web/test-runner-commands'
import { planChangeStates } from '../../dev/plan-change.states.ts'
import { show } from '../../dev/show.ts'
import { expect } from '../../testing/expect.ts'
import { clear, flaws, mount, until } from '../../testing/page.ts'
import { said } from '../../testing/plan-change.ts'
import { afterEach, describe, it } from '../../testing/suite.ts'

/** Text that a state shows once it is reached, in English. */
const words: Record<string, string> = {
  button: '',
  loading: 'Choose your plan',
  choose: 'Recommended',
  'choose-fits': 'Básico cubre lo que usas hoy',
  'choose-failed': 'Try again',
  'choose-scheduled': 'You move to Básico on December 3',
  'choose-refused': 'Reactívala primero',
  'review-upgrade': 'Pay $779.50 and move to Pro',
  'review-full': 'Paid first, and not from your balance.',
  'review-annual': 'Pay $9,469.10 and move to Básico yearly',
  'review-credit': 'You pay nothing today.',
  'review-period-end': 'Move to Básico on December 3',
  'review-blocked': 'Desactiva 4 para continuar',
  'review-no-card': 'Use another card',
  'review-expiring': 'This price holds for',
  'review-hostile': '<script>alert(1)</script>',
  paying: 'It takes a few seconds',
  unknown: 'nothing is charged twice',
  changed: 'Algo cambió desde que viste el precio',
  declined: 'Tu banco rechazó el pago',
  card: 'Save and pay $779.50',
  'card-failed': 'We could not show the card form',
  bank: 'Your bank asks you',
  'bank-again': 'Continue with your bank',
  done: 'All set: you now have Pro',
  'done-credit': 'You have a balance of $1,020.50',
  'done-scheduled': 'Until then you keep Pro',
  undone: 'Change undone. You keep Pro.',
}

const shown = async (name: string, scheme: string) => {
  document.documentElement.style.cssText = `color-scheme:${scheme};background:Canvas`
  const state = planChangeStates.find((one) => one.name === name)!
  const element = await show(state, { locale: 'en', scheme }, mount('<main></main>'))
  await until(() => said(element).includes(words[name]!))
  return element
}

describe('The change of plan', () => {
  afterEach(async () => {
    clear()
    document.documentElement.style.cssText = ''
    await setViewport({ width: 800, height: 600 })
  })

  it('has words to be known by in each of its states', () => {
    expect(planChangeStates.map(({ name }) => name)).toEqual(Object.keys(words))
  })

  for (const { name } of planChangeStates) {
    it(`is accessible in both schemes: ${name}`, async () => {
      for (const scheme of ['light', 'dark']) {
        const element = await shown(name, scheme)
        expect(await flaws(element)).toEqual([])
        clear()
      }
    })
  }

  for (const width of [280, 320]) {
    it(`fits a screen of ${width} px`, async () => {
      await setViewport({ width, height: 640 })
      for (const name of [
        'choose',
        'review-full',
        'review-annual',
        'review-hostile',
        'changed',
        'declined',
        'done',
      ]) {
        const element = await shown(name, 'light')
        const dialog = element
          .shadowRoot!.querySelector('waizant-plan-change-dialog')!
          .shadowRoot!.querySelector('dialog')!
        expect(`${name} ${dialog.scrollWidth - dialog.clientWidth}`).toBe(`${name} 0`)
        expect(dialog.getBoundingClientRect().width <= width).toBe(true)
        clear()
      }
    })
  }
})
