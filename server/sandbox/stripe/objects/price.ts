import type Stripe from 'stripe'
import type { Draft } from '../draft.ts'
import { invalid } from '../errors.ts'
import { type Page, paginate, type Range, within } from '../http/list.ts'
import { metadata } from '../http/metadata.ts'
import { type Routes, route } from '../http/route.ts'
import type { Price } from '../kinds.ts'
import { needCurrency } from '../money/currency.ts'

type Create = Stripe.PriceCreateParams
type Update = Stripe.PriceUpdateParams

/** The sandbox bills flat licensed prices only, and refuses all others, which it could not compute. */
const refuseUnsupported = (params: Create) => {
  for (const name of [
    'tiers',
    'tiers_mode',
    'transform_quantity',
    'custom_unit_amount',
    'currency_options',
  ] as const)
    if (params[name] !== undefined) throw invalid(`The sandbox does not serve prices with ${name}.`, name)
  if (params.billing_scheme === 'tiered')
    throw invalid('The sandbox does not serve tiered prices.', 'billing_scheme')
  if (params.recurring?.usage_type === 'metered')
    throw invalid('The sandbox does not serve metered prices.', 'recurring[usage_type]')
}

export const createPrice = (draft: Draft, params: Create): Price => {
  refuseUnsupported(params)
  if (!params.product && !params.product_data)
    throw invalid('Missing required param: product.', 'product', 'parameter_missing')
  if (params.unit_amount === undefined && params.unit_amount_decimal === undefined)
    throw invalid('Missing required param: unit_amount.', 'unit_amount', 'parameter_missing')
  const amount = params.unit_amount ?? Number(params.unit_amount_decimal)
  if (amount < 0 || amount > 99_999_999)
    throw invalid('Invalid non-negative integer', 'unit_amount', 'parameter_invalid_integer')
  const product = params.product
    ? draft.need('product', params.product, 'product')
    : newProduct(draft, params)
  if (params.lookup_key) takeLookupKey(draft, params.lookup_key, params.transfer_lookup_key ?? false)
  const price = draft.create('price', {
    active: params.active ?? true,
    billing_scheme: 'per_unit',
    created: draft.now,
    currency: needCurrency(params.currency),
    livemode: false,
    lookup_key: params.lookup_key ?? null,
    metadata: metadata(params.metadata),
    nickname: params.nickname ?? null,
    product: product.id,
    recurring: params.recurring
      ? {
          interval: params.recurring.interval,
          interval_count: intervalCount(params.recurring),
          meter: null,
          usage_type: 'licensed',
          trial_period_days: null,
        }
      : null,
    tax_behavior: params.tax_behavior ?? 'unspecified',
    type: params.recurring ? 'recurring' : 'one_time',
    unit_amount: Number.isInteger(amount) ? amount : null,
    unit_amount_decimal: String(params.unit_amount_decimal ?? amount),
  } as never)
  draft.emit('price.created', price)
  return price
}

const intervalCount = ({ interval, interval_count = 1 }: NonNullable<Create['recurring']>): number => {
  const most = { day: 1095, week: 156, month: 36, year: 3 }[interval as string] ?? 1
  if (interval_count < 1 || interval_count > most)
    throw invalid('The maximum interval is three years.', 'recurring[interval_count]')
  return interval_count
}

const newProduct = (draft: Draft, params: Create) => {
  const data = params.product_data!
  const product = draft.create('product', {
    ...(data.id && { id: data.id }),
    active: data.active ?? true,
    created: draft.now,
    images: [],
    livemode: false,
    marketing_features: [],
    metadata: metadata(data.metadata),
    name: data.name,
    tax_code: data.tax_code ?? null,
    type: 'service',
    unit_label: data.unit_label ?? null,
    updated: draft.now,
  })
  draft.emit('product.created', product)
  return product
}

/** A lookup key names one price: on request it moves to another price, in the same commit. */
const takeLookupKey = (draft: Draft, key: string, transfer: boolean, to?: string) => {
  for (const holder of draft.where('price', 'lookup_key', key)) {
    if (holder.id === to) continue
    if (!transfer)
      throw invalid(
        `A price (\`${holder.id}\`) already uses that lookup key.`,
        'lookup_key',
        'resource_already_exists',
      )
    draft.emit('price.updated', draft.change('price', holder.id, { lookup_key: null }))
  }
}

const updatePrice = (draft: Draft, params: Update, id: string): Price => {
  const before = draft.need('price', id)
  if (params.currency_options)
    throw invalid('The sandbox does not serve prices with currency_options.', 'currency_options')
  if (params.lookup_key) takeLookupKey(draft, params.lookup_key, params.transfer_lookup_key ?? false, id)
  if (
    params.tax_behavior &&
    before.tax_behavior !== 'unspecified' &&
    params.tax_behavior !== before.tax_behavior
  )
    throw invalid('You cannot change the tax behavior of a price once it is set.', 'tax_behavior')
  const price = draft.change('price', id, {
    active: params.active ?? before.active,
    lookup_key: params.lookup_key === undefined ? before.lookup_key : params.lookup_key || null,
    metadata: metadata(params.metadata, before.metadata),
    nickname: params.nickname === undefined ? before.nickname : params.nickname || null,
    tax_behavior: params.tax_behavior ?? before.tax_behavior,
  })
  draft.emit('price.updated', price)
  return price
}

interface List extends Page {
  active?: boolean
  created?: Range
  currency?: string
  lookup_keys?: string[]
  product?: string
  type?: string
  recurring?: { interval?: string }
}

const listPrices = (draft: Draft, params: List) => {
  if (params.lookup_keys && params.lookup_keys.length > 10)
    throw invalid('You can only pass up to 10 lookup keys.', 'lookup_keys')
  const prices = params.product ? draft.where('price', 'product', params.product) : draft.all('price')
  return paginate(
    prices
      .filter((price) => params.active === undefined || price.active === params.active)
      .filter((price) => !params.lookup_keys?.length || params.lookup_keys.includes(price.lookup_key ?? ''))
      .filter((price) => params.currency === undefined || price.currency === params.currency)
      .filter((price) => params.type === undefined || price.type === params.type)
      .filter(
        (price) => !params.recurring?.interval || price.recurring?.interval === params.recurring.interval,
      )
      .filter((price) => within(price.created, params.created))
      .reverse(),
    params,
    '/v1/prices',
  )
}

export const priceRoutes: Routes = {
  'POST /v1/prices': route<Create>(createPrice),
  'GET /v1/prices/:id': route((draft, _params, id) => draft.need('price', id)),
  'POST /v1/prices/:id': route<Update>(updatePrice),
  'GET /v1/prices': route<List>(listPrices),
}
