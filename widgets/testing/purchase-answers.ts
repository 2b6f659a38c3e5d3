import type { Billing } from '#contract/billing'
import { clinic, purchase, seatQuote, usd } from '../fixtures/purchases.ts'
import { customerAnswers } from './customer-answers.ts'
import { type Answer, json } from './fake-server.ts'

const own = '/v1/ecosystems/legacy533'

export const purchasePaths = {
  encounters: `${own}/encounters`,
  encounterPrice: `${own}/encounters/preview`,
  purchase: `${own}/encounters/pur_1`,
  licences: `${own}/licences`,
  licencePrice: `${own}/licences/preview`,
}

/** The server of a customer who buys encounters and licences; it delivers every purchase. */
export const purchaseAnswers = (billing: Billing = clinic()): Answer[] => [
  ({ method, path, body }) => {
    const quantity = Number(body?.quantity)
    const { packages = [] } = billing.encounters
    const reached = packages.findLast((one) => one.quantity <= quantity) ?? packages[0]
    switch (`${method} ${path}`) {
      case `POST ${purchasePaths.encounterPrice}`:
        return json({
          quantity,
          unit: reached!.unit,
          total: usd(reached!.unit.amount * quantity),
          package: reached,
        })
      case `POST ${purchasePaths.encounters}`:
        return json(
          { id: 'pur_1', status: 'open', checkout: { id: 'cs_1', clientSecret: 'cs_1_secret_1' } },
          201,
        )
      case `GET ${purchasePaths.purchase}`:
        return json(purchase('delivered'))
      case `POST ${purchasePaths.licencePrice}`:
      case `POST ${purchasePaths.licences}`:
        return json(seatQuote(quantity))
      default:
        return undefined
    }
  },
  ...customerAnswers({ billing }),
]
