import type { Recommendation } from '#contract/recommendation'
import { ofEcosystem } from './ecosystem-resource.ts'
import type { RemoteStore } from './resource.ts'

/** The plan that fits the actual usage of the connected ecosystem; undefined while no customer is connected. */
export const recommendationOf = (api: string, locale: string): RemoteStore<Recommendation> | undefined =>
  ofEcosystem<Recommendation>('recommendation', api, locale)
