import type { Currency } from '#contract/money'
import { planNameOf } from '../../db/catalogue/plan-names.ts'
import type { Db } from '../../db/connection/open.ts'
import type { Quote } from '../../db/plan-changes/quotes.ts'
import type { Deps } from '../../deps.ts'
import { notify } from '../notifications/enqueue.ts'

interface Outcome {
  status: 'applied' | 'scheduled'
  currency: Currency
}

/** Sends the confirmation of a change that was made or scheduled, with the amounts that were shown. */
export const notifyPlanChange = async (
  deps: Deps,
  tx: Db,
  { id, ecosystem, from, version, nextAt, amounts, steps, ...quote }: Quote,
  { status, currency }: Outcome,
): Promise<void> => {
  // A yearly interval may begin later: until then the plan is paid by the month.
  const interval = steps.now && steps.later ? 'month' : quote.interval
  const plans = { from: await planNameOf(tx, from), to: await planNameOf(tx, version), interval }
  const about = { ecosystem, key: `plan-change/${id}` }
  const money = (amount: number) => ({ amount, currency })
  const at = nextAt.toISOString()
  if (status === 'scheduled')
    await notify(deps, tx, { ...about, kind: 'plan-change-scheduled', facts: { ...plans, at } })
  else
    await notify(deps, tx, {
      ...about,
      kind: 'plan-changed',
      facts: {
        ...plans,
        charged: money(amounts.dueNow),
        balance: money(amounts.balanceAfter),
        nextPayment: { at, amount: money(amounts.nextAmount) },
      },
    })
}
