/** Choosing a package of encounters. */
export const words = {
  title: 'Comprar encounters',
  available: 'Disponibles',
  packages: 'Paquetes',
  each: (money: string) => `${money} c/u`,
  saving: (percent: string) => `Ahorra ${percent} %`,
  other: 'Otra cantidad',
  quantity: 'Cantidad de encounters',
  less: (count: string) => `Quitar ${count}`,
  more: (count: string) => `Agregar ${count}`,
  total: 'Total a pagar hoy',
  of: (count: string) => `${count} encounters`,
  pay: (money: string) => `Pagar ${money}`,
  next: (money: string) => `Pagar ${money} con tarjeta`,
  card: (brand: string, last4: string) => `${brand} •••• ${last4}`,
  cardText: (brand: string, last4: string) => `Tarjeta ${brand} terminación ${last4}`,
  change: 'Cambiar',
  note: 'Los que compras no vencen. Tu saldo a favor no se usa aquí: es para tu suscripción.',
}
export type EncounterWords = typeof words
