/** What becomes of pressing a plan's button. */
export const words = {
  nothingCharged: 'No se te cobró nada.',
  owned: (plan: string) => `Ya contrataste ${plan}.`,
  seeSubscription: 'Ver tu suscripción',
  changeElsewhere: 'Tu plan sigue igual. Los cambios se hacen desde tu panel de facturación.',
}
export type ActionWords = typeof words
