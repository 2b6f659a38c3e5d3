/** The credit a customer holds. */
export const words = {
  balance: 'Saldo a favor',
  owed: 'Saldo pendiente',
  movements: 'Movimientos',
  none: 'Todavía no hay movimientos.',
  use: 'Se aplica solo a los próximos cobros de tu suscripción.',
  date: 'Fecha',
  reason: 'Concepto',
  amount: 'Importe',
  failed: 'No pudimos consultar tu saldo.',
  retry: 'Reintentar',
}
export type BalanceWords = typeof words
