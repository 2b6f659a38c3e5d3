import type Stripe from 'stripe'
import type { Draft } from '../draft.ts'
import { invalid } from '../errors.ts'
import { type Page, paginate, type Range, within } from '../http/list.ts'
import { metadata } from '../http/metadata.ts'
import { type Routes, route } from '../http/route.ts'
import type { Product } from '../kinds.ts'
import { createPrice } from './price.ts'

type Create = Stripe.ProductCreateParams
type Update = Stripe.ProductUpdateParams

const createProduct = (draft: Draft, params: Create): Product => {
  if (params.id && draft.find('product', params.id))
    throw invalid('Product already exists.', 'id', 'resource_already_exists')
  let product = draft.create('product', {
    ...(params.id && { id: params.id }),
    active: params.active ?? true,
    created: draft.now,
    description: params.description || null,
    images: params.images ?? [],
    livemode: false,
    marketing_features: params.marketing_features ?? [],
    metadata: metadata(params.metadata),
    name: params.name,
    shippable: params.shippable ?? null,
    statement_descriptor: params.statement_descriptor ?? null,
    tax_code: params.tax_code ?? null,
    default_price: null,
    type: 'service',
    unit_label: params.unit_label ?? null,
    updated: draft.now,
    url: params.url ?? null,
  })
  draft.emit('product.created', product)
  if (params.default_price_data) {
    const { custom_unit_amount: _, currency_options: __, ...data } = params.default_price_data
    const price = createPrice(draft, { ...data, product: product.id } as Stripe.PriceCreateParams)
    product = draft.change('product', product.id, { default_price: price.id })
  }
  return product
}

const updateProduct = (draft: Draft, params: Update, id: string): Product => {
  const before = draft.need('product', id)
  const updatedText = <Name extends 'description' | 'unit_label' | 'url' | 'statement_descriptor'>(
    name: Name,
  ) => (params[name] === undefined ? before[name] : params[name] || null)
  const product = draft.change('product', id, {
    active: params.active ?? before.active,
    description: updatedText('description') ?? null,
    unit_label: updatedText('unit_label') ?? null,
    url: updatedText('url') ?? null,
    statement_descriptor: updatedText('statement_descriptor') ?? null,
    images: params.images === undefined ? before.images : params.images || [],
    marketing_features:
      params.marketing_features === undefined ? before.marketing_features : params.marketing_features || [],
    metadata: metadata(params.metadata, before.metadata),
    name: params.name || before.name,
    default_price: params.default_price
      ? draft.need('price', params.default_price, 'default_price').id
      : (before.default_price ?? null),
    tax_code: params.tax_code === undefined ? (before.tax_code ?? null) : params.tax_code || null,
    updated: draft.now,
  })
  draft.emit('product.updated', product)
  return product
}

const deleteProduct = (draft: Draft, id: string) => {
  const product = draft.need('product', id)
  if (draft.where('price', 'product', id).length)
    throw invalid('This product cannot be deleted because it has one or more user-created prices.')
  draft.emit('product.deleted', product)
  draft.remove('product', id)
  return { id, object: 'product', deleted: true }
}

export const productRoutes: Routes = {
  'POST /v1/products': route<Create>(createProduct),
  'GET /v1/products/:id': route((draft, _params, id) => draft.need('product', id)),
  'POST /v1/products/:id': route<Update>(updateProduct),
  'DELETE /v1/products/:id': route((draft, _params, id) => deleteProduct(draft, id)),
  'GET /v1/products': route<Page & { active?: boolean; ids?: string[]; created?: Range }>((draft, params) =>
    paginate(
      draft
        .all('product')
        .filter((product) => params.active === undefined || product.active === params.active)
        .filter((product) => !params.ids?.length || params.ids.includes(product.id))
        .filter((product) => within(product.created, params.created))
        .reverse(),
      params,
      '/v1/products',
    ),
  ),
}
