import type { Recommendation } from '#contract/recommendation'
import { ofEcosystem } from './ecosystem-resource.ts'
import type { RemoteStore } from './resource.ts'

/** The plan that fits what the connected ecosystem really uses; undefined while nobody is connected. */
export const recommendationOf = (api: string, locale: string): RemoteStore<Recommendation> | undefined =>
  ofEcosystem<Recommendation>('recommendation', api, locale)
