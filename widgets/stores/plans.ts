import type { PlanList } from '#contract/plan'
import { read } from '../api/answer.ts'
import { type PlansQuery, plansUrl } from './plans-url.ts'
import { type RemoteStore, remote } from './resource.ts'

const stores = new Map<string, RemoteStore<PlanList>>()

/** The plans of a catalogue: one request per page for each language and currency, shared by all elements. */
export const plansOf = (query: PlansQuery, known?: PlanList): RemoteStore<PlanList> => {
  const url = plansUrl(query)
  let store = stores.get(url)
  if (!store) {
    const name = ({ currency }: PlanList) => stores.set(plansUrl({ ...query, currency }), store!)
    store = remote(() => read<PlanList>(url), known, name)
    stores.set(url, store)
  }
  return store
}
