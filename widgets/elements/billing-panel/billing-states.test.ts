import { setViewport } from '@web/test-runner-commands'
import { billingNoticeStates } from '../../dev/billing-notice.states.ts'
import { billingPanelStates } from '../../dev/billing-panel.states.ts'
import { show } from '../../dev/show.ts'
import type { State } from '../../dev/state.ts'
import { connect } from '../../stores/connect.ts'
import { says } from '../../testing/billing.ts'
import { expect } from '../../testing/expect.ts'
import { clear, flaws, mount } from '../../testing/page.ts'
import { afterEach, describe, it } from '../../testing/suite.ts'

/** Text that a state shows once it is reached, in English. */
const panelWords: Record<string, string> = {
  loading: 'Your billing',
  'signed-out': 'Sign in to see your billing.',
  failed: 'Try again',
  active: 'you pay $999.00 with your Visa •••• 4242.',
  clinic: '5 of 8 in use',
  trial: 'Your trial ends on November 28',
  pending: 'We are confirming your payment.',
  'past-due': 'You have a payment of $999.00 due.',
  'bank-asks': 'Confirm and pay $999.00',
  suspended: 'Suspended',
  canceling: 'Keep my subscription',
  canceled: 'Choose a plan',
  scheduled: 'You change to Básico monthly on December 1',
  unlimited: '212 in use, no limit',
  'no-invoices': 'No invoices yet.',
  'invoices-failed': 'El servicio no responde.',
  'invoice-lines': 'Paid with your balance',
  hostile: '<script>alert(1)</script>',
  card: 'Save card',
  'card-failed': 'El servicio no responde.',
  'card-charging': 'Now we charge what is due',
  'card-done': 'Your next payments are charged to your Mastercard •••• 4444.',
  'card-paid': 'Done, you are up to date',
  'cancel-warning': 'If you cancel, you keep everything until November 30, 2026.',
  'cancel-reason': 'Why are you leaving?',
  'cancel-reason-missing': 'Choose a reason to go on.',
  'cancel-confirm': 'Pay $15.00 and cancel',
  'cancel-declined': 'Tu banco rechazó el cobro',
  'cancel-done': 'Your last day of access is November 30, 2026.',
  kept: 'Done, you are staying.',
  'not-kept': 'Tu suscripción ya terminó.',
}

const noticeWords: Record<string, string> = {
  silent: '',
  trial: 'Choose a plan',
  'trial-ended': 'Tu prueba terminó.',
  'payment-failed': 'Update card',
  suspended: 'Update card',
  canceling: 'Keep my subscription',
  'change-scheduled': 'See the change',
  'licences-near': 'Change to Pro',
  'licences-full': 'Buy licences',
  unknown: 'Mañana de 2 a 3',
  hostile: '<img src=x',
  failed: 'Pide a quien administra',
}

const shown = async (state: State<never>, words: Record<string, string>, scheme = 'light') => {
  document.documentElement.style.cssText = `color-scheme:${scheme};background:Canvas`
  const element = await show(state, { locale: 'en', scheme }, mount('<main></main>'))
  await says(element, words[state.name]!)
  return element
}

for (const [title, states, words] of [
  ['The billing panel', billingPanelStates, panelWords],
  ['The billing notice', billingNoticeStates, noticeWords],
] as const) {
  describe(title, () => {
    afterEach(async () => {
      clear()
      connect({ ecosystem: '' })
      document.documentElement.style.cssText = ''
      await setViewport({ width: 800, height: 600 })
    })

    it('has words to be known by in each of its states', () => {
      expect(states.map(({ name }) => name)).toEqual(Object.keys(words))
    })

    for (const state of states) {
      it(`is accessible in both schemes: ${state.name}`, async () => {
        for (const scheme of ['light', 'dark']) {
          expect(await flaws(await shown(state, words, scheme))).toEqual([])
          clear()
        }
      })
    }

    for (const width of [280, 320, 700]) {
      it(`fits a screen of ${width} px`, async () => {
        await setViewport({ width, height: 640 })
        for (const state of states) {
          await shown(state, words)
          const { scrollWidth, clientWidth } = document.documentElement
          expect(`${state.name} ${Math.max(0, scrollWidth - clientWidth)}`).toBe(`${state.name} 0`)
          clear()
        }
      })
    }
  })
}
