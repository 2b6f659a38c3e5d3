import type { PlanList } from '#contract/plan'
import { request } from '../api.ts'
import { type RemoteStore, remote } from './remote.ts'

export interface PlansQuery {
  api: string
  catalogue: string
  /** Without it the server answers the catalogue's own first currency. */
  currency?: string | undefined
  locale: string
}

const stores = new Map<string, RemoteStore<PlanList>>()

const keyOf = ({ api, catalogue, currency = '', locale }: PlansQuery) =>
  [api, catalogue, currency, locale].join(' ')

const ask = async (query: PlansQuery): Promise<PlanList> => {
  const { api, catalogue, currency, locale } = query
  const search = new URLSearchParams({ ...(currency && { currency }), locale })
  const url = `${api}/v1/catalogues/${encodeURIComponent(catalogue)}/plans?${search}`
  const list = await request<PlanList>(url, { locale })
  stores.set(keyOf({ ...query, currency: list.currency }), stores.get(keyOf(query))!)
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
  const key = keyOf(query)
  const known = stores.get(key)
  if (known) return known
  const list = sent(query, root)
  const store = list
    ? (stores.get(keyOf({ ...query, currency: list.currency })) ?? remote(() => ask(query), list))
    : remote(() => ask(query))
  stores.set(key, store)
  if (list) stores.set(keyOf({ ...query, currency: list.currency }), store)
  return store
}
