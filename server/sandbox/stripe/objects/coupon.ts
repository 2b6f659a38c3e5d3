import type Stripe from 'stripe'
import type { Draft } from '../draft.ts'
import { invalid, missing } from '../errors.ts'
import { type Page, paginate, type Range, within } from '../http/list.ts'
import { metadata } from '../http/metadata.ts'
import { type Routes, route } from '../http/route.ts'
import type { Coupon } from '../kinds.ts'
import { needCurrency } from '../money/currency.ts'
import { isValid } from './discount.ts'

type Create = Stripe.CouponCreateParams

const create = (draft: Draft, params: Create): Coupon => {
  if (params.id && draft.find('coupon', params.id))
    throw invalid('Coupon already exists.', 'id', 'resource_already_exists')
  if ((params.percent_off === undefined) === (params.amount_off === undefined))
    throw invalid(
      'You must pass either `percent_off` or `amount_off`, and not both.',
      'percent_off',
      'parameter_missing',
    )
  if (params.percent_off !== undefined && (params.percent_off <= 0 || params.percent_off > 100))
    throw invalid('Invalid percentage; must be between 0 and 100', 'percent_off')
  if (params.amount_off !== undefined && !params.currency)
    throw invalid('You must pass `currency` when passing `amount_off`.', 'currency', 'parameter_missing')
  if (params.applies_to)
    throw invalid('The sandbox does not serve coupons for some products only.', 'applies_to')
  if (params.currency_options)
    throw invalid('The sandbox does not serve coupons with currency_options.', 'currency_options')
  const duration = params.duration ?? 'once'
  if ((duration === 'repeating') !== (params.duration_in_months !== undefined))
    throw invalid(
      '`duration_in_months` is required for, and only for, `duration=repeating`.',
      'duration_in_months',
      'parameter_missing',
    )
  const coupon = draft.create('coupon', {
    ...(params.id && { id: params.id }),
    amount_off: params.amount_off ?? null,
    created: draft.now,
    currency: params.currency ? needCurrency(params.currency) : null,
    duration,
    duration_in_months: params.duration_in_months ?? null,
    livemode: false,
    max_redemptions: params.max_redemptions ?? null,
    metadata: metadata(params.metadata),
    name: params.name ?? null,
    percent_off: params.percent_off ?? null,
    redeem_by: params.redeem_by ?? null,
    times_redeemed: 0,
    valid: true,
  })
  draft.emit('coupon.created', coupon)
  return coupon
}

const show = (draft: Draft, coupon: Coupon): Coupon => ({ ...coupon, valid: isValid(coupon, draft.now) })

/** Discounts outlive the coupon that they were made from, so a deleted coupon is only hidden. */
const needCoupon = (draft: Draft, id: string): Coupon => {
  const coupon = draft.need('coupon', id, 'coupon')
  if ((coupon as { deleted?: unknown }).deleted) throw missing('coupon', id, 'coupon')
  return coupon
}

export const couponRoutes: Routes = {
  'POST /v1/coupons': route<Create>(create),
  'GET /v1/coupons/:id': route((draft, _params, id) => show(draft, needCoupon(draft, id))),
  'POST /v1/coupons/:id': route<Stripe.CouponUpdateParams>((draft, params, id) => {
    const before = needCoupon(draft, id)
    const coupon = draft.change('coupon', id, {
      metadata: metadata(params.metadata, before.metadata ?? {}),
      name: params.name ?? before.name,
    })
    draft.emit('coupon.updated', coupon)
    return show(draft, coupon)
  }),
  'DELETE /v1/coupons/:id': route((draft, _params, id) => {
    const coupon = needCoupon(draft, id)
    draft.emit('coupon.deleted', coupon)
    draft.put('coupon', { ...coupon, deleted: true, redeem_by: draft.now } as never)
    return { id, object: 'coupon', deleted: true }
  }),
  'GET /v1/coupons': route<Page & { created?: Range }>((draft, params) =>
    paginate(
      draft
        .all('coupon')
        .filter((coupon) => !(coupon as { deleted?: unknown }).deleted)
        .filter((coupon) => within(coupon.created, params.created))
        .reverse()
        .map((coupon) => show(draft, coupon)),
      params,
      '/v1/coupons',
    ),
  ),
}
