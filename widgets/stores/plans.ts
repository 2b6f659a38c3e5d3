import type { PlanList } from '#contract/plan'
import { request } from '../api.ts'
import { type PlansQuery, plansUrl } from './plans-url.ts'
import { type RemoteStore, remote } from './remote.ts'

const stores = new Map<string, RemoteStore<PlanList>>()

const ask = async (query: PlansQuery): Promise<PlanList> => {
  const url = plansUrl(query)
  const list = await request<PlanList>(url, query)
  stores.set(plansUrl({ ...query, currency: list.currency }), stores.get(url)!)
  return list
}

const parse = (script: Element): PlanList | undefined => {
  try {
    return JSON.parse(script.textContent) as PlanList
  } catch {
    console.warn('[waizant] a <script data-waizant-plans> holds no JSON; the plans are fetched instead')
  }
}

/** The plans that the server sent with the page: `<script type="application/json" data-waizant-plans>`. */
const sent = ({ catalogue, currency, locale }: PlansQuery, root: ParentNode) =>
  [...root.querySelectorAll('script[data-waizant-plans]')]
    .map(parse)
    .find(
      (list) =>
        list?.catalogue === catalogue && list.locale === locale && (!currency || list.currency === currency),
    )

/** The plans of a catalogue: one request per page for each language and currency, whoever asks. */
export const plansOf = (query: PlansQuery, root: ParentNode = document): RemoteStore<PlanList> => {
  const key = plansUrl(query)
  const known = stores.get(key)
  if (known) return known
  const list = sent(query, root)
  const store = list
    ? (stores.get(plansUrl({ ...query, currency: list.currency })) ?? remote(() => ask(query), list))
    : remote(() => ask(query))
  stores.set(key, store)
  if (list) stores.set(plansUrl({ ...query, currency: list.currency }), store)
  return store
}
