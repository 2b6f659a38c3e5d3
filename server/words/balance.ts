import type { Locale } from '#contract/locale'

/** The texts for a movement that adds to the customer's credit, and for one that takes from it. */
interface Movement {
  adds: Record<Locale, string>
  takes: Record<Locale, string>
}

const adjustment: Movement = {
  adds: { 'es-MX': 'Ajuste a tu favor', en: 'Adjustment in your favour' },
  takes: { 'es-MX': 'Ajuste que baja tu saldo', en: 'Adjustment that lowers your balance' },
}

/**
 * By the provider's type. The same type moves both ways: a negative invoice adds credit, and an ordinary one
 * uses it.
 */
const movements: Record<string, Movement> = {
  applied_to_invoice: {
    adds: { 'es-MX': 'A tu favor por una factura', en: 'Credit from an invoice' },
    takes: { 'es-MX': 'Usado en una factura', en: 'Used on an invoice' },
  },
  credit_note: {
    adds: { 'es-MX': 'Nota de crédito', en: 'Credit note' },
    takes: { 'es-MX': 'Nota de crédito anulada', en: 'Voided credit note' },
  },
  invoice_overpaid: {
    adds: { 'es-MX': 'Pagaste de más en una factura', en: 'Overpaid on an invoice' },
    takes: adjustment.takes,
  },
  invoice_too_large: {
    adds: {
      'es-MX': 'Saldo a favor de una factura que rebasó el máximo',
      en: 'Credit of an invoice above the maximum',
    },
    takes: {
      'es-MX': 'Por pagar de una factura que rebasó el máximo',
      en: 'Owed of an invoice above the maximum',
    },
  },
  invoice_too_small: {
    adds: { 'es-MX': 'Importe pequeño que ya no debes', en: 'A small amount that is no longer owed' },
    takes: {
      'es-MX': 'Importe pequeño, se suma a tu próxima factura',
      en: 'A small amount, added to your next invoice',
    },
  },
  unapplied_from_invoice: {
    adds: { 'es-MX': 'Devuelto de una factura', en: 'Returned from an invoice' },
    takes: { 'es-MX': 'Pendiente otra vez de una factura', en: 'Owed again from an invoice' },
  },
}

/** The reason and direction of a balance movement, as text; an unknown type reads as an adjustment. */
export const balanceReason = (kind: string, amount: number, locale: Locale): string => {
  const { adds, takes } = movements[kind] ?? adjustment
  return (amount < 0 ? takes : adds)[locale]
}
