import type { Draft } from '../draft.ts'
import { missing } from '../errors.ts'
import type { Customer } from '../kinds.ts'

/** A customer that exists and was not deleted. */
export const needCustomer = (draft: Draft, id: string, param = 'customer'): Customer => {
  const customer = draft.need('customer', id, param)
  if ((customer as { deleted?: unknown }).deleted) throw missing('customer', id, param)
  return customer
}
