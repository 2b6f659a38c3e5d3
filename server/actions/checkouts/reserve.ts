import { BillingError } from '../../base/billing-error.ts'
import * as store from '../../db/checkouts/checkouts.ts'
import type { Deps } from '../../deps.ts'
import { syncCheckout } from './sync.ts'

type Row = Parameters<typeof store.insertCheckout>[1]

const patience = { tries: 200, everyMs: 50 }

/**
 * Writes a checkout down as its buyer's only open one, closing what the same buyer had open before, at the
 * provider too. What got paid meanwhile is a `BillingError('checkout-complete')`. Asked again it finds what
 * it wrote; asked for something else by the same id it is an `idempotency-key-reused`.
 */
export const reserveCheckout = async (deps: Deps, row: Row): Promise<store.CheckoutRow> => {
  for (let tries = 0; tries < patience.tries; tries++) {
    await store.insertCheckout(deps.db, row)
    const mine = await store.checkoutById(deps.db, row.id)
    if (mine && !isSame(mine, row)) throw new BillingError('idempotency-key-reused')
    if (mine?.status === 'open') return mine
    if (mine) throw new BillingError(mine.status === 'expired' ? 'request-in-progress' : 'checkout-complete')
    const { id, catalogue, buyer } = row
    const other = buyer ? await store.otherOpenCheckout(deps.db, { id, catalogue, buyer }) : null
    if (other) await close(deps, other)
  }
  throw new BillingError('request-in-progress')
}

/** A key stands for one wish; the version stays the one that was for sale when it was first told. */
const isSame = (mine: store.CheckoutRow, row: Row): boolean =>
  planOf(mine) === planOf(row) &&
  mine.interval === row.interval &&
  mine.currency === row.currency &&
  mine.licences === row.licences &&
  mine.buyer === row.buyer &&
  mine.email === row.email &&
  mine.company === row.company

const planOf = ({ version }: Pick<Row, 'version'>): string => version.slice(0, version.lastIndexOf('/'))

/** One whose page is still being opened is waited for: two that gave each other up would both end with nothing. */
const close = async (deps: Deps, other: store.CheckoutRow): Promise<void> => {
  if (!other.providerId) {
    const isOpening = other.openingUntil && other.openingUntil > deps.clock.now()
    if (!isOpening) await store.giveUpCheckout(deps.db, other.id)
    else await new Promise((resolve) => setTimeout(resolve, patience.everyMs))
    return
  }
  const { status } = await deps.payments.closeCheckout(other.providerId)
  if (status === 'expired') return store.moveCheckout(deps.db, other.id, 'open', 'expired')
  await syncCheckout(deps, other.id)
  throw new BillingError('checkout-complete')
}
