/** The billing panel before billing has loaded. */
export const words = {
  title: 'Tu facturación',
  signedOut: 'Inicia sesión para ver tu facturación.',
  offline: 'Parece que no tienes conexión a internet.',
  unreachable: 'No logramos comunicarnos con el servidor.',
  unexpected: 'Algo salió mal de nuestro lado.',
  retry: 'Reintentar',
  startAgain: 'Ver planes',
}
export type PanelWords = typeof words
