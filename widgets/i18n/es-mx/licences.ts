/** How many seats there are, and choosing another number. */
export const words = {
  title: 'Licencias de usuario',
  total: 'En total',
  inUse: (count: number) => `${count} en uso`,
  included: (count: number) => `${count} ${count === 1 ? 'incluida' : 'incluidas'} en tu plan`,
  bought: (count: number) => `${count} ${count === 1 ? 'adicional' : 'adicionales'}`,
  label: 'Nuevo total de licencias',
  less: 'Quitar una',
  more: 'Agregar una',
  ask: 'Elige cuántas quieres y aquí ves el costo exacto antes de confirmar.',
  services: 'Servicios',
  each: (money: string) => `${money} por uso`,
  used: (count: string) => `${count} desde tu última factura`,
  unused: 'Sin uso desde tu última factura',
  note: 'Lo que uses se suma a tu próxima factura.',
}
export type LicenceWords = typeof words
