/** The fields of a new card. */
export const words = {
  text: 'La tarjeta queda guardada para tus próximos pagos.',
  loading: 'Preparando el formulario seguro…',
  save: 'Guardar tarjeta',
  saveAndPay: (money: string) => `Guardar y pagar ${money}`,
  back: 'Volver',
  failed: 'No pudimos mostrar el formulario de la tarjeta. No se cobró nada.',
  unsaved: 'No pudimos guardar la tarjeta. Inténtalo de nuevo o usa otra.',
  refusals: {
    card_declined: 'Tu banco rechazó la tarjeta. No se cobró nada; prueba con otra.',
    insufficient_funds: 'Tu tarjeta no tiene fondos suficientes. No se cobró nada; prueba con otra.',
    expired_card: 'Tu tarjeta está vencida. Prueba con otra.',
    incorrect_cvc: 'El código de seguridad no coincide. Revísalo e inténtalo de nuevo.',
    incorrect_number: 'El número de la tarjeta no es correcto. Revísalo e inténtalo de nuevo.',
    processing_error: 'Tu banco no respondió. No se cobró nada; inténtalo de nuevo en un momento.',
    setup_intent_authentication_failure:
      'Tu banco no pudo confirmar que eres tú. Inténtalo de nuevo o usa otra tarjeta.',
    authentication_required: 'Tu banco no pudo confirmar que eres tú. Inténtalo de nuevo o usa otra tarjeta.',
    api_connection_error: 'No logramos comunicarnos con el servicio de pagos. Inténtalo de nuevo.',
  },
  retry: 'Reintentar',
}
export type CardWords = typeof words
