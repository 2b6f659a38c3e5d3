import {
  EncounterOrder,
  EncounterPrice,
  EncounterPurchase,
  EncounterPurchaseOpened,
  EncounterRequest,
} from '#contract/encounters'
import type { Operation } from '../openapi/operation.ts'

export const encounterOperations: Operation[] = [
  {
    id: 'previewEncounters',
    method: 'post',
    path: '/v1/ecosystems/{ecosystem}/encounters/preview',
    tag: 'Customer',
    summary: 'What a quantity of encounters costs',
    body: EncounterRequest,
    answers: 'The price, by the packages of the customer’s own plan version.',
    answer: EncounterPrice,
    signedIn: true,
  },
  {
    id: 'buyEncounters',
    method: 'post',
    path: '/v1/ecosystems/{ecosystem}/encounters',
    tag: 'Customer',
    summary: 'Buy encounters at the price that was shown',
    body: EncounterOrder,
    status: 201,
    answers: 'The payment, to be confirmed in the page with a saved card or a new one.',
    answer: EncounterPurchaseOpened,
    idempotencyKey: true,
    signedIn: true,
  },
  {
    id: 'readPurchase',
    method: 'get',
    path: '/v1/ecosystems/{ecosystem}/encounters/{id}',
    tag: 'Customer',
    summary: 'How a purchase of encounters stands',
    answers: 'Its status, and why the last try was declined.',
    answer: EncounterPurchase,
    signedIn: true,
  },
]
