import type { Billing } from '#contract/billing'
import { ofEcosystem } from './of-ecosystem.ts'
import type { RemoteStore } from './remote.ts'

/** What the connected ecosystem has; undefined while nobody is connected. */
export const billingOf = (api: string, locale: string): RemoteStore<Billing> | undefined =>
  ofEcosystem<Billing>('billing', api, locale)
