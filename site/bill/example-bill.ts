import type { Money } from '#contract/money'

export interface ExampleBill {
  days: number
  used: number
  left: number
  credit: Money
  charge: Money
  dueNow: Money
}

/** A plan change within a month, in whole days: unused time is credited, the rest of the month is charged. */
export const exampleBill = (from: Money, to: Money, days = 30, used = 10): ExampleBill => {
  const left = days - used
  const part = ({ amount, currency }: Money): Money => ({
    amount: Math.round((amount * left) / days),
    currency,
  })
  const credit = part(from)
  const charge = part(to)
  return {
    days,
    used,
    left,
    credit: { ...credit, amount: -credit.amount },
    charge,
    dueNow: { amount: charge.amount - credit.amount, currency: to.currency },
  }
}
