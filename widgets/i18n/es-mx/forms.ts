/** The forms that start a trial or ask for a quote. */
export const words = {
  close: 'Cerrar',
  email: 'Correo de trabajo',
  company: 'Empresa',
  name: 'Tu nombre',
  phone: 'Teléfono',
  message: '¿Qué necesita tu empresa?',
  optional: 'opcional',
  required: 'Escribe este dato.',
  badEmail: 'Escribe un correo como ana@empresa.mx.',
  badPhone: 'Escribe un teléfono con al menos 7 dígitos.',
  offline: 'Parece que no tienes conexión a internet. Tus datos siguen aquí: vuelve a intentarlo.',
  unexpected: 'No pudimos enviarlo. Tus datos siguen aquí: vuelve a intentarlo.',
  trialTitle: (days: number) => `Prueba gratis ${days} días`,
  trialIntro: (users: number, card: boolean) =>
    `Acceso completo para hasta ${users} usuarios${card ? '' : ', sin tarjeta'}.`,
  trialSend: 'Empezar la prueba',
  trialDone: 'Tu prueba está lista',
  trialDoneText: (day: string, users: number) => `Tienes hasta el ${day}, con hasta ${users} usuarios.`,
  trialAfter:
    'Guarda el nombre de tu ecosistema: con él te reconocemos. Al terminar, tú decides si contratas.',
  trialSpace: 'Tu ecosistema',
  leadTitle: (plan: string) => `Cotiza ${plan}`,
  leadIntro: 'Cuéntanos de tu empresa y te preparamos un precio a tu medida.',
  leadSend: 'Pedir cotización',
  leadDone: 'Recibimos tu solicitud',
  leadDoneText: (email: string) => `Una persona de nuestro equipo te escribirá a ${email}.`,
}
export type FormWords = typeof words
