import type { cancellationReasons } from '#contract/cancellation'

type Reason = (typeof cancellationReasons)[number]

/** The steps of a cancellation. */
export const words = {
  close: 'Cerrar',
  warning: '¿Quieres cancelar tu suscripción?',
  until: (day: string) => `Si cancelas, conservas todo hasta el ${day}. Después:`,
  atEnd: 'Si cancelas, conservas todo hasta que termine lo que ya pagaste. Después:',
  access: (people: number, plan: string) =>
    people === 1
      ? `Dejas de entrar a ${plan}.`
      : `Tú y ${people === 2 ? 'otra persona' : `otras ${people - 1} personas`} dejan de entrar a ${plan}.`,
  features: (names: string) => `Dejas de usar ${names}.`,
  moreFeatures: (count: number) => `${count} ${count === 1 ? 'función más' : 'funciones más'}`,
  encounters: (count: string) => `Tus ${count} encounters comprados se quedan en pausa.`,
  balance: (money: string) => `Tu saldo a favor de ${money} se queda en pausa.`,
  change: (plan: string) => `Tu cambio a ${plan} ya no se hace.`,
  keeps: 'Lo que conservas',
  data: (day: string) => `Tus datos, hasta el ${day}.`,
  back: 'Todo vuelve como estaba si regresas antes.',
  invoices: 'Tus facturas, que puedes descargar hoy.',
  stay: 'Me quedo',
  goOn: 'Continuar',
  reasonTitle: '¿Por qué te vas?',
  reasonText: 'Nos ayuda a mejorar. No cambia nada de lo que sigue.',
  reasons: {
    'too-expensive': 'Es caro para mí',
    'missing-features': 'Le faltan funciones que necesito',
    'switched-service': 'Me cambio a otro servicio',
    unused: 'No lo uso lo suficiente',
    'customer-service': 'La atención no fue buena',
    'too-complex': 'Es difícil de usar',
    'low-quality': 'No funciona como esperaba',
    other: 'Otra razón',
  } satisfies Record<Reason, string>,
  pickReason: 'Elige una razón para continuar.',
  comment: '¿Algo más que quieras contarnos?',
  optional: 'opcional',
  previous: 'Regresar',
  confirmTitle: 'Revisa y confirma',
  lastDay: 'Tu último día',
  periodEnd: 'Al terminar lo que ya pagaste',
  today: 'Hoy pagas',
  nothing: 'Nada',
  used: (units: number, name: string) => `${units} × ${name}`,
  settle: 'Los servicios que ya usaste se cobran hoy a tu tarjeta. Tu saldo a favor no se usa.',
  confirm: 'Cancelar suscripción',
  confirmPaying: (money: string) => `Pagar ${money} y cancelar`,
  later: 'Lo poco que usaste va en tu última factura.',
  declined: 'Cambiar de tarjeta',
  doneTitle: 'Tu suscripción quedó cancelada',
  done: (day: string) => `Tu último día de acceso es el ${day}. Hasta entonces todo sigue igual.`,
  kept: (day: string) => `Guardamos tus datos hasta el ${day}. Si cambias de opinión, vuelves con un clic.`,
  exportData: 'Descargar mis datos',
  exported: 'Listo. Tus datos están en tus descargas.',
  unchanged: 'Tu suscripción sigue igual.',
  offline: 'Parece que no tienes conexión a internet.',
  unreachable: 'No logramos comunicarnos con el servidor.',
  unexpected: 'Algo salió mal de nuestro lado.',
}
export type CancellationWords = typeof words
