import '../chunks/core.ts'
import type { ReactiveController } from 'lit'
import type { PlanList } from '#contract/plan'
import { livePricesArea } from '../i18n/live-prices.ts'
import { loadWords } from '../i18n/namespace.ts'
import { followPlans } from '../stores/follow-plans.ts'
import type { PlanElement } from './plan-element.ts'

const glow = [{ background: 'var(--_accent-soft)', borderRadius: '6px' }, { borderRadius: '6px' }]

const isSameList = (one: PlanList | undefined, other: PlanList | undefined) =>
  one?.catalogue === other?.catalogue && one?.currency === other?.currency && one?.locale === other?.locale

/**
 * Keeps the prices of an element current while it is on the page. The visitor's choice, scroll position and focus stay;
 * changed prices glow for a moment and are announced.
 */
export class LivePrices implements ReactiveController {
  readonly #host: PlanElement
  readonly #status = Object.assign(document.createElement('p'), { role: 'status' })
  #followed = ''
  #leave = () => {}
  #seen: PlanList | undefined
  #before = new Map<Element, string | null>()

  constructor(host: PlanElement) {
    this.#host = host
    this.#status.setAttribute('part', 'unseen')
    host.renderRoot.append(this.#status)
  }

  hostConnected(): void {
    this.#follow()
  }

  hostDisconnected(): void {
    this.#leave()
    this.#followed = ''
  }

  hostUpdate(): void {
    this.#before = new Map(this.#prices().map((price) => [price, price.textContent]))
  }

  hostUpdated(): void {
    this.#follow()
    const { list } = this.#host.offer
    const before = this.#seen
    if (!list || list === before) return
    this.#seen = list
    if (before && isSameList(before, list)) void this.#announce(before, list)
  }

  #prices = () => [...this.#host.renderRoot.querySelectorAll('[part=price]')]

  #follow() {
    const { server: api, catalogue, currency, serverLanguage: locale, plans } = this.#host
    // It may update once more after its removal from the page.
    const followed =
      plans || !catalogue || !this.#host.isConnected ? '' : `${api} ${catalogue} ${currency} ${locale}`
    if (followed === this.#followed) return
    this.#leave()
    this.#followed = followed
    this.#leave = followed ? followPlans({ api, catalogue: catalogue!, currency, locale }) : () => {}
    this.#seen ??= this.#host.offer.list
  }

  #announce = async (before: PlanList, now: PlanList) => {
    const { language, chosenInterval } = this.#host
    for (const price of this.#prices())
      if (this.#before.has(price) && this.#before.get(price) !== price.textContent) price.animate(glow, 2_500)
    const words = await loadWords(livePricesArea, language)
    const said = now.plans.flatMap(({ id, name, prices }) => {
      const old = before.plans.find((plan) => plan.id === id)
      const price = prices[chosenInterval]
      const isOther = old && price && old.prices[chosenInterval]?.amount !== price.amount
      return isOther ? [words.price(name, price.text ?? '', chosenInterval)] : []
    })
    this.#status.textContent = said.join(' ') || words.plans
  }
}

/** Follows the prices of an element for as long as it is on the page. */
export const follow = (host: PlanElement): void => host.addController(new LivePrices(host))
