import type { Draft } from '../../draft.ts'
import type { Invoice, InvoiceLine, TaxRate } from '../../kinds.ts'
import { applyDiscounts } from '../../money/discounts.ts'
import { taxesOf } from '../../money/taxes.ts'
import { reductionOf } from '../discount.ts'
import { taxRatesOf } from './line.ts'

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0)

/**
 * The invoice with discounts and taxes on each line, and every total computed from the lines: Σ lines − discounts +
 * taxes = total. The amount due depends on the customer's balance and is fixed at finalization; until then it is an
 * estimate.
 */
export const withTotals = (draft: Draft, invoice: Invoice): Invoice => {
  const lines = taxed(draft, invoice, discounted(draft, invoice))
  const subtotal = sum(lines.map((line) => line.amount))
  const discount = sum(lines.flatMap((line) => (line.discount_amounts ?? []).map((each) => each.amount)))
  const exclusive = taxSum(lines, 'exclusive')
  const inclusive = taxSum(lines, 'inclusive')
  const total = subtotal - discount + exclusive
  const balance = draft.find('internal.invoice', invoice.id)?.ignoresBalance
    ? 0
    : (draft.find('customer', invoice.customer!)?.balance ?? 0)
  const due = Math.max(0, total + balance)
  return {
    ...invoice,
    lines: { ...invoice.lines, data: lines },
    subtotal,
    subtotal_excluding_tax: subtotal - inclusive,
    total,
    total_excluding_tax: total - exclusive - inclusive,
    total_discount_amounts: totalDiscounts(lines),
    total_taxes: totalTaxes(lines),
    starting_balance: balance,
    amount_due: due,
    amount_remaining: due - invoice.amount_paid,
  }
}

const discounted = (draft: Draft, invoice: Invoice): InvoiceLine[] => {
  const lines = invoice.lines.data
  const apply = (chosen: InvoiceLine[], ids: string[], base: (line: InvoiceLine) => number) =>
    applyDiscounts(
      chosen.map(base),
      ids.map((id) => reductionOf(draft, id)),
    )
  const own = lines.map((line) =>
    line.discountable && line.discounts.length
      ? apply([line], line.discounts as string[], (each) => each.amount)[0]!
      : [],
  )
  const open = lines.filter((line) => line.discountable)
  const rest = apply(
    open,
    invoice.discounts as string[],
    (line) => line.amount - sum(own[lines.indexOf(line)]!.map((each) => each.amount)),
  )
  return lines.map((line, index) =>
    line.discountable ? { ...line, discount_amounts: [...own[index]!, ...rest[open.indexOf(line)]!] } : line,
  )
}

const taxed = (draft: Draft, invoice: Invoice, lines: InvoiceLine[]): InvoiceLine[] =>
  lines.map((line) => {
    const rates = taxRatesOf(draft, line) ?? (invoice.default_tax_rates as TaxRate[])
    const net = line.amount - sum((line.discount_amounts ?? []).map((each) => each.amount))
    const taxes = invoice.customer_tax_exempt === 'none' ? taxesOf(net, rates) : []
    const inclusive = sum(taxes.filter((tax) => tax.tax_behavior === 'inclusive').map((tax) => tax.amount))
    return { ...line, subtotal: line.amount - inclusive, taxes } as InvoiceLine
  })

const taxSum = (lines: InvoiceLine[], behavior: string) =>
  sum(
    lines.flatMap((line) =>
      (line.taxes ?? []).filter((tax) => tax.tax_behavior === behavior).map((tax) => tax.amount),
    ),
  )

const totalDiscounts = (lines: InvoiceLine[]) => {
  const totals = new Map<string, number>()
  for (const { amount, discount } of lines.flatMap((line) => line.discount_amounts ?? []))
    totals.set(discount as string, (totals.get(discount as string) ?? 0) + amount)
  return Array.from(totals, ([discount, amount]) => ({ amount, discount }))
}

const totalTaxes = (lines: InvoiceLine[]): NonNullable<Invoice['total_taxes']> => {
  const totals = new Map<string, NonNullable<Invoice['total_taxes']>[number]>()
  for (const tax of lines.flatMap((line) => line.taxes ?? [])) {
    const key = tax.tax_rate_details?.tax_rate ?? ''
    const before = totals.get(key)
    totals.set(key, {
      ...tax,
      amount: (before?.amount ?? 0) + tax.amount,
      taxable_amount: (before?.taxable_amount ?? 0) + (tax.taxable_amount ?? 0),
    } as never)
  }
  return [...totals.values()]
}
