/** Paying for encounters and waiting for them. */
export const words = {
  paying: 'Estamos confirmando tu pago…',
  paid: 'Tu pago llegó. Estamos entregando tus encounters…',
  slow: 'Está tardando un poco más de lo normal. Tu pago está a salvo y tus encounters van a llegar: puedes cerrar esta página.',
  unknown: 'Aún no sabemos cómo terminó tu pago. Lo seguimos revisando y no se cobra dos veces.',
  elsewhere: 'Esta compra está en curso en otra pestaña. Aquí verás cómo termina.',
  unfinished: 'La compra no se terminó y no se te cobró nada.',
  expired: 'Esta compra venció y no se cobró nada. Puedes empezar de nuevo.',
  declined: 'El pago no pasó y no se te cobró nada.',
  otherCard: 'Pagar con otra tarjeta',
  cardTitle: (count: string) => `${count} encounters`,
  cardText: 'Se cobra hoy. La tarjeta queda guardada para tus próximas compras.',
  cardLoading: 'Preparando el formulario seguro…',
  back: 'Volver',
  done: (count: string) => `Listo, tienes ${count} encounters`,
  doneText: (count: string, money: string) => `Compraste ${count} por ${money} y ya puedes usarlos.`,
  receipt: 'El recibo está en tus facturas.',
  more: 'Comprar más',
}
export type BuyingWords = typeof words
