import { encounterPurchaseStates } from '../../dev/encounter-purchase.states.ts'
import { provesStates } from '../../testing/purchase-states.ts'

provesStates('The purchase of encounters', encounterPurchaseStates, {
  choose: 'Pay $27.50',
  custom: 'Pay $279.00',
  'too-small': 'El paquete más pequeño es de 50.',
  'price-failed': 'We couldn’t reach the server. Try again',
  'no-card': 'Pay $27.50 by card',
  loading: 'Buy encounters',
  failed: 'Try again',
  'signed-out': 'Sign in to see what you have',
  trial: 'Tu prueba termina en 12 días.',
  suspended: 'Tu servicio está en pausa',
  'not-sold': 'Your Plus plan doesn’t offer this',
  paying: 'Pay $27.50',
  card: 'The card is kept for your next purchases.',
  'card-declined': 'Tu banco rechazó el pago. No se cobró nada.',
  declined: 'Pay with another card',
  hostile: 'Pay with another card',
  changed: 'before $27.50 $30.00',
  refused: 'Tu cuenta puede ver la facturación',
  expired: 'This purchase has expired',
  confirming: 'Confirming your payment',
  paid: 'Your payment arrived',
  done: 'Done, you have 370 encounters',
})
