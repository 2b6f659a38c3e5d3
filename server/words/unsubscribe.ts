import type { Locale } from '#contract/locale'

interface UnsubscribeWords {
  title: string
  /** Before the confirmation: what it is about. */
  ask: (company: string) => string
  stays: string
  stop: string
  done: string
  stopped: (company: string) => string
  again: string
}

export const unsubscribeWords: Record<Locale, UnsubscribeWords> = {
  'es-MX': {
    title: 'Tus avisos por correo',
    ask: (company) =>
      `¿Ya no quieres que te avisemos por correo cuando ${company} esté por llegar a un límite de su plan?`,
    stays: 'Los correos sobre tus pagos y tu acceso te siguen llegando.',
    stop: 'Ya no quiero estos avisos',
    done: 'Listo, ya no te llegan',
    stopped: (company) => `No te escribiremos más sobre los límites de ${company}.`,
    again: 'Volver a recibirlos',
  },
  en: {
    title: 'Your notices by mail',
    ask: (company) => `Shall we stop telling you by mail when ${company} comes near to a limit of its plan?`,
    stays: 'Mail about your payments and your access still reaches you.',
    stop: 'Stop these notices',
    done: 'Done, they have stopped',
    stopped: (company) => `We will write no more about the limits of ${company}.`,
    again: 'Let them come again',
  },
}
