import type { Locale } from '#contract/locale'

const reasons: Record<string, Record<Locale, string>> = {
  adjustment: { 'es-MX': 'Ajuste', en: 'Adjustment' },
  applied_to_invoice: { 'es-MX': 'Usado en una factura', en: 'Used on an invoice' },
  credit_note: { 'es-MX': 'Nota de crédito', en: 'Credit note' },
  invoice_too_large: {
    'es-MX': 'Saldo por un importe mayor al permitido',
    en: 'Balance of an invoice that was too large',
  },
  invoice_too_small: {
    'es-MX': 'Importe pequeño, se suma a tu próxima factura',
    en: 'A small amount, added to your next invoice',
  },
  unapplied_from_invoice: { 'es-MX': 'Devuelto de una factura', en: 'Returned from an invoice' },
}

/** Why the balance moved, in words; a kind that the provider adds later reads as an adjustment. */
export const balanceReason = (kind: string, locale: Locale): string =>
  (reasons[kind] ?? reasons.adjustment!)[locale]
