import fc from 'fast-check'
import { EncounterPrice, EncounterPurchase, EncounterPurchaseOpened } from '#contract/encounters'
import { newId } from '../../base/id.ts'
import { bodyOf } from '../answers.ts'
import { cards } from '../cards.ts'
import type { Life, Promised } from '../life.ts'
import { type Step, step } from '../step.ts'

interface Wanted {
  quantity: number
  pays: keyof typeof ways
  twice: boolean
}

const ways = {
  'with the saved card': {},
  'with another card': { card: cards.good },
  'with a card that is declined': { card: cards.declined },
  'with a card that asks': { card: cards.asks, authenticate: true },
  later: null,
}

/** Opens a purchase, sometimes with a double click, and pays it at once or leaves it for later. */
export const buysEncounters: fc.Arbitrary<Step> = fc
  .record({
    quantity: fc.constantFrom(50, 100, 120, 500),
    pays: fc.constantFrom(...(Object.keys(ways) as Wanted['pays'][])),
    twice: fc.boolean(),
  })
  .map((wanted) => buys(wanted))

export const buys = (wanted: Wanted): Step =>
  step(
    `buys ${wanted.quantity} encounters${wanted.twice ? ' by two clicks' : ''}, pays ${wanted.pays}`,
    (promised, life) => buy(promised, life, wanted),
  )

const refusals = ['no-subscription', 'encounters-not-for-sale', 'price-changed']

const buy = async (promised: Promised, life: Life, { quantity, pays, twice }: Wanted) => {
  const { customer, town } = life
  const price = bodyOf(promised, await customer.post('encounters/preview', { quantity }), ...refusals)
  if (!price) return
  const { amount, currency } = EncounterPrice.parse(price).total
  const key = newId('key')
  const order = { quantity, expectedTotal: { amount, currency } }
  const answers = await Promise.all(
    (twice ? [key, key] : [key]).map((each) => customer.post('encounters', order, each)),
  )
  const opened = answers.map((answer) => bodyOf(promised, answer, ...refusals)).find((body) => body !== null)
  if (!opened) return
  const { id, checkout } = EncounterPurchaseOpened.parse(opened)
  const how = ways[pays]
  if (how) await town.stripe.pay(checkout.id, how)
  else promised.baskets.push(checkout.id)
  EncounterPurchase.parse(await customer.get(`encounters/${id}`))
}

/** Returns to a page that was left open; it may be closed by now. */
export const paysBasket: fc.Arbitrary<Step> = fc.constantFrom('first', 'last').map((which) =>
  step(
    `pays the ${which} purchase that it left open`,
    async (promised, { town }) => {
      const basket = which === 'first' ? promised.baskets.shift()! : promised.baskets.pop()!
      const { status } = await town.sdk.checkout.sessions.retrieve(basket)
      if (status === 'open') await town.stripe.pay(basket, { card: cards.good })
    },
    ({ baskets }) => baskets.length > 0,
  ),
)
