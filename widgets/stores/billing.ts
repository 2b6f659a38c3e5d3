import type { Billing } from '#contract/billing'
import { ofEcosystem } from './ecosystem-resource.ts'
import type { RemoteStore } from './resource.ts'

/** The billing of the connected ecosystem; undefined while no customer is connected. */
export const billingOf = (api: string, locale: string): RemoteStore<Billing> | undefined =>
  ofEcosystem<Billing>('billing', api, locale)
