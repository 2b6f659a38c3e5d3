/** The back office before its data have loaded. */
export const words = {
  signedOut: 'Inicia sesión como administrador para ver la configuración de planes.',
  offline: 'Parece que no tienes conexión a internet.',
  unreachable: 'No logramos comunicarnos con el servidor.',
  unexpected: 'Algo salió mal de nuestro lado.',
  retry: 'Reintentar',
}
export type SettingsWords = typeof words
