import type { Interval } from '#contract/money'

/** The cost of another number of seats, and its order. */
export const words = {
  floorInUse: (count: number) => `Tienes ${count} en uso: no puedes bajar de ahí.`,
  floorIncluded: (count: number) => `Tu plan ya incluye ${count}: es tu mínimo.`,
  adds: (day: string) => `Se suma a tu factura del ${day}`,
  subtracts: (day: string) => `Se descuenta de tu factura del ${day}`,
  nothingToday: 'Hoy no pagas nada.',
  unit: (money: string, interval: Interval) =>
    `Cada licencia adicional cuesta ${money} ${interval === 'year' ? 'al año' : 'al mes'}.`,
  lines: 'Detalle',
  next: (day: string, money: string) => `Tu factura del ${day} queda en ${money}.`,
  add: (count: number) => `Agregar ${count} ${count === 1 ? 'licencia' : 'licencias'}`,
  remove: (count: number) => `Quitar ${count} ${count === 1 ? 'licencia' : 'licencias'}`,
  calculating: 'Calculando el costo exacto…',
  changed: 'El costo cambió y todavía no hicimos el cambio. Revísalo y confirma de nuevo.',
  unsure: 'No sabemos si el cambio se hizo. Reintenta con calma: no se hace dos veces.',
  canceling: 'Tu suscripción está por terminar. Reactívala para cambiar tus licencias.',
  unlimited: 'Tu plan no tiene límite de usuarios: no necesitas comprar licencias.',
  done: (count: string) => `Listo, tienes ${count} licencias.`,
  doneAdd: 'Ya puedes usarlas.',
  doneRemove: 'El ajuste va en tu próxima factura.',
}
export type SeatWords = typeof words
