import type { Balance } from '#contract/balance'
import { ofEcosystem } from './ecosystem-resource.ts'
import type { RemoteStore } from './resource.ts'

/** The connected ecosystem's credit and its movements; undefined while no customer is connected. */
export const balanceOf = (api: string, locale: string): RemoteStore<Balance> | undefined =>
  ofEcosystem<Balance>('balance', api, locale)
