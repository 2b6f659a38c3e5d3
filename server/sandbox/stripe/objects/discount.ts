import type { Draft } from '../draft.ts'
import { invalid } from '../errors.ts'
import type { Coupon, Discount } from '../kinds.ts'
import { advance } from '../money/cycle.ts'
import type { Reduction } from '../money/discounts.ts'

type Owner = Partial<
  Pick<
    Discount,
    'customer' | 'subscription' | 'subscription_item' | 'invoice' | 'invoice_item' | 'checkout_session'
  >
>

export interface DiscountParams {
  coupon?: string
  discount?: string
  promotion_code?: string
}

/** Discounts as requests name them: a coupon creates a new one, an existing one is kept. Returns their ids. */
export const readDiscounts = (
  draft: Draft,
  input: DiscountParams[] | '' | null | undefined,
  owner: Owner,
  currency: string,
  param = 'discounts',
): string[] =>
  (input || []).map((each, index) => {
    if (each.promotion_code)
      throw invalid('The sandbox does not serve promotion codes.', `${param}[${index}][promotion_code]`)
    if (each.discount) return draft.need('discount', each.discount, `${param}[${index}][discount]`).id
    if (!each.coupon)
      throw invalid(
        `Missing required param: ${param}[${index}][coupon].`,
        `${param}[${index}][coupon]`,
        'parameter_missing',
      )
    return redeem(draft, each.coupon, owner, currency, `${param}[${index}][coupon]`).id
  })

const redeem = (draft: Draft, id: string, owner: Owner, currency: string, param: string): Discount => {
  const coupon = draft.need('coupon', id, param)
  if (!isValid(coupon, draft.now)) throw invalid(`Coupon expired: ${id}`, param, 'coupon_expired')
  if (coupon.currency && coupon.currency !== currency)
    throw invalid(
      `The coupon ${id} is in ${coupon.currency}, but the discounted object is in ${currency}.`,
      param,
    )
  draft.change('coupon', id, { times_redeemed: coupon.times_redeemed + 1 })
  const discount = draft.create('discount', {
    ...owner,
    end: endOf(coupon, draft.now),
    source: { coupon: id, type: 'coupon' },
    start: draft.now,
  })
  if (owner.customer) draft.emit('customer.discount.created', discount)
  return discount
}

export const isValid = (coupon: Coupon, now: number): boolean =>
  (coupon.redeem_by === null || coupon.redeem_by > now) &&
  (coupon.max_redemptions === null || coupon.times_redeemed < coupon.max_redemptions)

const endOf = (coupon: Coupon, now: number): number | null =>
  coupon.duration === 'repeating'
    ? advance(now, { interval: 'month', interval_count: coupon.duration_in_months ?? 1 })
    : null

export const reductionOf = (draft: Draft, id: string): Reduction => {
  const coupon = couponOf(draft, id)
  return { discount: id, percentOff: coupon.percent_off, amountOff: coupon.amount_off }
}

const couponOf = (draft: Draft, id: string): Coupon =>
  draft.need('coupon', draft.need('discount', id).source.coupon as string)

/** Discounts that still apply to an invoice now. */
export const activeDiscounts = (draft: Draft, ids: string[]): string[] =>
  ids.filter((id) => {
    const { end } = draft.need('discount', id)
    return end === null || end > draft.now
  })

/** Discounts that continue after an invoice used them: a one-time coupon is used up. */
export const discountsAfterInvoice = (draft: Draft, ids: string[]): string[] =>
  ids.filter((id) => couponOf(draft, id).duration !== 'once')
