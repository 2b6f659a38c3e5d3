/** The fields of a new card. */
export const words = {
  text: 'La tarjeta queda guardada para tus próximos pagos.',
  loading: 'Preparando el formulario seguro…',
  save: 'Guardar tarjeta',
  saveAndPay: (money: string) => `Guardar y pagar ${money}`,
  back: 'Volver',
  failed: 'No pudimos mostrar el formulario de la tarjeta. No se cobró nada.',
  retry: 'Reintentar',
}
export type CardWords = typeof words
