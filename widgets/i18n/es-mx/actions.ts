/** Results of pressing a plan's button. */
export const words = {
  nothingCharged: 'No se te cobró nada.',
  owned: (plan: string) => `Ya contrataste ${plan}.`,
  seeSubscription: 'Ver tu suscripción',
  offline: 'Parece que no tienes conexión a internet.',
  unreachable: 'No logramos comunicarnos con el servidor.',
  unexpected: 'Algo salió mal de nuestro lado.',
  retry: 'Reintentar',
  announceMonth: 'Precios por mes',
  announceYear: 'Precios por año',
}
export type ActionWords = typeof words
