/** The banner with the customer's most important notice. */
export const words = {
  label: 'Aviso de facturación',
  actions: {
    'change-card': 'Actualizar tarjeta',
    'pay-invoice': 'Confirmar y pagar',
    'choose-plan': 'Elegir plan',
    'keep-subscription': 'Conservar mi suscripción',
    'change-plan': 'Ver planes',
    'see-change': 'Ver el cambio',
    'buy-licences': 'Comprar licencias',
  },
  addCard: 'Agregar tarjeta',
  moveTo: (plan: string) => `Cambiar a ${plan}`,
  dismiss: 'Cerrar aviso',
  offline: 'Parece que no tienes conexión a internet.',
  unexpected: 'No pudimos hacerlo. Vuelve a intentarlo.',
}
export type NoticeWords = typeof words
