import type Stripe from 'stripe'
import type { Draft } from '../draft.ts'
import { invalid } from '../errors.ts'
import { type Page, paginate, type Range, within } from '../http/list.ts'
import { metadata } from '../http/metadata.ts'
import { type Routes, route } from '../http/route.ts'

type Create = Stripe.TaxRateCreateParams
type Update = Stripe.TaxRateUpdateParams

const createTaxRate = (draft: Draft, params: Create) => {
  if (params.percentage < 0 || params.percentage > 100)
    throw invalid('Invalid decimal; must be between 0 and 100', 'percentage')
  const rate = draft.create('tax_rate', {
    active: params.active ?? true,
    country: params.country ?? null,
    created: draft.now,
    description: params.description ?? null,
    display_name: params.display_name,
    effective_percentage: params.percentage,
    inclusive: params.inclusive,
    jurisdiction: params.jurisdiction ?? null,
    livemode: false,
    metadata: metadata(params.metadata),
    percentage: params.percentage,
    rate_type: 'percentage',
    state: params.state ?? null,
    tax_type: params.tax_type ?? null,
  })
  draft.emit('tax_rate.created', rate)
  return rate
}

const updateTaxRate = (draft: Draft, params: Update, id: string) => {
  const before = draft.need('tax_rate', id)
  const rate = draft.change('tax_rate', id, {
    active: params.active ?? before.active,
    description: params.description ?? before.description,
    display_name: params.display_name ?? before.display_name,
    jurisdiction: params.jurisdiction ?? before.jurisdiction,
    metadata: metadata(params.metadata, before.metadata ?? {}),
  })
  draft.emit('tax_rate.updated', rate)
  return rate
}

export const taxRateRoutes: Routes = {
  'POST /v1/tax_rates': route<Create>(createTaxRate),
  'GET /v1/tax_rates/:id': route((draft, _params, id) => draft.need('tax_rate', id)),
  'POST /v1/tax_rates/:id': route<Update>(updateTaxRate),
  'GET /v1/tax_rates': route<Page & { active?: boolean; inclusive?: boolean; created?: Range }>(
    (draft, params) =>
      paginate(
        draft
          .all('tax_rate')
          .filter((rate) => params.active === undefined || rate.active === params.active)
          .filter((rate) => params.inclusive === undefined || rate.inclusive === params.inclusive)
          .filter((rate) => within(rate.created, params.created))
          .reverse(),
        params,
        '/v1/tax_rates',
      ),
  ),
}
