/** Why a purchase is not possible, for every kind of purchase. */
export const words = {
  signedOut: 'Inicia sesión para ver lo que tienes y comprar más.',
  none: (plan: string) => `Tu plan ${plan} no tiene esta compra. Otros sí: mira cuál te conviene.`,
  unsubscribed: 'Con un plan activo, aquí compras en un minuto.',
  pending: 'Tu suscripción se está activando. En cuanto llegue tu pago, aquí podrás comprar.',
  seePlans: 'Ver planes',
  offline: 'Parece que no tienes conexión a internet.',
  unreachable: 'No logramos comunicarnos con el servidor.',
  unexpected: 'Algo salió mal de nuestro lado.',
  retry: 'Reintentar',
  changed: 'El precio cambió y no se cobró nada. Revísalo y confirma de nuevo.',
  was: 'antes',
}
export type PurchaseWords = typeof words
