import { adminOperations } from '../admin/describe.ts'
import { adminListOperations } from '../admin/describe-lists.ts'
import { cancellationOperations } from '../cancellations/describe.ts'
import { catalogueOperations } from '../catalogues/describe.ts'
import { checkoutOperations } from '../checkouts/describe.ts'
import { ecosystemOperations } from '../ecosystems/describe.ts'
import { encounterOperations } from '../encounters/describe.ts'
import { invoiceOperations } from '../invoices/describe.ts'
import { operatorOperations } from '../operations/describe.ts'
import { paymentMethodOperations } from '../payment-methods/describe.ts'
import { planChangeOperations } from '../plan-changes/describe.ts'
import { planSettingsOperations } from '../plan-settings/describe.ts'
import { prospectOperations } from '../prospects/describe.ts'
import { seatOperations } from '../seats/describe.ts'
import { usageOperations } from '../usage/describe.ts'
import { descriptionOperations } from './describe.ts'
import type { Operation } from './operation.ts'

export type { Operation }

/** Every operation of the API, described next to its route; a test compares them with the routes. */
export const operations: Operation[] = [
  ...catalogueOperations,
  ...prospectOperations,
  ...checkoutOperations,
  ...ecosystemOperations,
  ...planChangeOperations,
  ...seatOperations,
  ...encounterOperations,
  ...usageOperations,
  ...invoiceOperations,
  ...paymentMethodOperations,
  ...cancellationOperations,
  ...operatorOperations,
  ...adminOperations,
  ...descriptionOperations,
  ...planSettingsOperations,
  ...adminListOperations,
]
