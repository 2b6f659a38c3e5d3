/** Results of a customer's own actions, and the dialogs around them. */
export const words = {
  close: 'Cerrar',
  kept: (plan: string) => `Listo, te quedas. Tu suscripción a ${plan} sigue igual.`,
  undone: (plan: string) => `Cambio deshecho. Sigues con ${plan}.`,
  exported: 'Listo. Tus datos están en tus descargas.',
  choosePlan: 'Elige tu plan',
  newCard: 'Tu nueva tarjeta',
  owes: 'Al guardarla cobramos lo pendiente y tu acceso sigue sin interrupción.',
  owesSuspended: 'Al guardarla cobramos lo pendiente y tu acceso regresa en ese momento.',
  charging: 'Guardamos tu tarjeta. Ahora cobramos lo pendiente; tarda unos segundos.',
  saved: 'Listo, tarjeta guardada',
  savedText: (card: string) => `Tus próximos pagos se cobran a tu ${card}.`,
  paid: 'Listo, estás al corriente',
  paidText: (card: string) => `Cobramos lo pendiente a tu ${card} y tu suscripción está activa.`,
  unpaid: 'Todavía no vemos tu pago',
  unpaidText:
    'Tu banco aún no autoriza el cobro. Lo seguimos revisando y no se cobra dos veces; también puedes usar otra tarjeta.',
  paidDue: (money: string) => `Listo, pagaste ${money} y estás al corriente.`,
  unanswered: 'Tu banco no confirmó el pago. No se cobró nada; inténtalo de nuevo o usa otra tarjeta.',
  another: 'Usar otra tarjeta',
  zoneChanged: (zone: string) => `Listo. Tus fechas siguen ahora la hora de ${zone}.`,
}
export type AccountWords = typeof words
