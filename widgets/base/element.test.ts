import '../elements/balance-badge/balance-badge.ts'
import '../elements/billing-notice/billing-notice.ts'
import '../elements/billing-panel/billing-panel.ts'
import '../elements/encounter-purchase/encounter-purchase.ts'
import '../elements/licence-purchase/licence-purchase.ts'
import '../elements/plan-change/plan-change.ts'
import '../elements/plan-comparison/plan-comparison.ts'
import '../elements/plan-picker/plan-picker.ts'
import '../elements/plan-settings/plan-settings.ts'
import type { Area } from '../i18n/namespace.ts'
import { connect } from '../stores/connect.ts'
import { billingServer } from '../testing/billing.ts'
import { customerAnswers } from '../testing/customer-answers.ts'
import { expect } from '../testing/expect.ts'
import { clear, mount } from '../testing/page.ts'
import { afterEach, describe, it } from '../testing/suite.ts'
import type { WaizantElement } from './element.ts'

const tags = [
  'balance-badge',
  'billing-notice',
  'billing-panel',
  'encounter-purchase',
  'licence-purchase',
  'plan-change',
  'plan-comparison',
  'plan-picker',
  'plan-settings',
]

const put: (() => void)[] = []

/** The texts of an area load anew, and only once they are let through. */
const held = (area: Area<unknown>) => {
  const { bundles, loaded } = area
  const letThrough = Promise.withResolvers<void>()
  area.loaded = {}
  area.bundles = {
    'es-MX': () => letThrough.promise.then(bundles['es-MX']),
    en: () => letThrough.promise.then(bundles.en),
  }
  put.push(() => Object.assign(area, { bundles, loaded }))
  return letThrough.resolve
}

describe('An element whose language changes while its texts load', () => {
  afterEach(() => {
    clear()
    for (const back of put.splice(0)) back()
    connect({ ecosystem: '' })
  })

  for (const tag of tags)
    it(`renders the texts of the new language: <waizant-${tag}>`, async () => {
      billingServer(customerAnswers())
      const element = mount<WaizantElement>(`<waizant-${tag} locale="es-MX"></waizant-${tag}>`)
      const through = [element.area, ...element.otherAreas].map(held)
      await Promise.resolve()
      element.locale = 'en'
      for (const go of through) go()
      expect(await element.updateComplete.catch(String)).toBe(true)
      expect(element.words).toBe(element.area.loaded.en)
    })
})
