import type { Locale } from '#contract/locale'
import type { Money } from '#contract/money'
import { formatMoney } from '../billing/money/format.ts'

/** Every refusal of the API: HTTP status and text. `{fact}` is filled in. */
export const problems = {
  'invalid-input': {
    status: 400,
    'es-MX': 'Hay datos por corregir.',
    en: 'Some of the data needs correcting.',
  },
  'malformed-json': {
    status: 400,
    'es-MX': 'El cuerpo no es JSON válido.',
    en: 'The body is not valid JSON.',
  },
  'idempotency-key-required': {
    status: 400,
    'es-MX': 'Falta el encabezado Idempotency-Key: protege de cobrar dos veces.',
    en: 'The Idempotency-Key header is missing: it protects from charging twice.',
  },
  'wrong-mode': {
    status: 400,
    'es-MX': 'El mensaje es de otro entorno: prueba y producción no se mezclan.',
    en: 'The message is from another environment: test and live do not mix.',
  },
  'wrong-account': {
    status: 400,
    'es-MX': 'El mensaje es de otra cuenta de Stripe: esta tienda no la atiende.',
    en: 'The message is from another Stripe account, which this store does not serve.',
  },
  'not-an-event': {
    status: 400,
    'es-MX':
      'El mensaje no es un evento: le falta su id, su tipo o su contenido, o tiene texto que no se puede guardar.',
    en: 'The message is not an event: its id, type or content is missing, or it has text that cannot be stored.',
  },
  'bad-target': {
    status: 400,
    'es-MX': 'La petición debe nombrar una ruta de este servidor, como /v1/config.',
    en: 'The request must name a path of this server, like /v1/config.',
  },
  'bad-signature': { status: 400, 'es-MX': 'La firma no es válida.', en: 'The signature is not valid.' },
  'not-signed-in': {
    status: 401,
    'es-MX': 'Inicia sesión de nuevo para continuar.',
    en: 'Sign in again to continue.',
  },
  'payment-declined': {
    status: 402,
    'es-MX': 'Tu banco rechazó el pago. No se cobró ni cambió nada; prueba con otra tarjeta.',
    en: 'Your bank declined the payment. Nothing was charged or changed; try another card.',
  },
  'outstanding-charges-declined': {
    status: 402,
    'es-MX':
      'Tu banco rechazó el cobro de lo pendiente ({amount}). Tu plan sigue igual; prueba con otra tarjeta.',
    en: 'Your bank declined the outstanding charges ({amount}). Your plan is unchanged; try another card.',
  },
  'no-payment-method': {
    status: 402,
    'es-MX': 'Agrega una tarjeta para continuar.',
    en: 'Add a card to continue.',
  },
  'not-allowed': {
    status: 403,
    'es-MX': 'Tu cuenta puede ver la facturación, pero no cambiarla.',
    en: 'Your account can see the billing but not change it.',
  },
  'link-not-valid': {
    status: 403,
    'es-MX': 'Este enlace ya no sirve. Inicia sesión para elegir tu plan.',
    en: 'This link is no longer valid. Sign in to choose your plan.',
  },
  'not-an-operator': {
    status: 403,
    'es-MX': 'Esta parte es solo para el equipo que opera la tienda.',
    en: 'This part is only for the team that runs the store.',
  },
  'not-found': { status: 404, 'es-MX': 'No encontramos lo que buscas.', en: 'We could not find that.' },
  'unknown-catalogue': {
    status: 404,
    'es-MX': 'No existe el catálogo «{catalogue}».',
    en: 'There is no catalogue “{catalogue}”.',
  },
  'method-not-allowed': {
    status: 405,
    'es-MX': 'Esta dirección no acepta ese método.',
    en: 'This address does not take that method.',
  },
  'trial-already-used': {
    status: 409,
    'es-MX': 'Este correo ya tiene una prueba. Inicia sesión o escríbenos y te ayudamos.',
    en: 'This email already has a trial. Sign in, or write to us and we will help.',
  },
  'checkout-complete': {
    status: 409,
    'es-MX': 'Este pago ya se hizo. No se cobró dos veces.',
    en: 'This was paid already. Nothing was charged twice.',
  },
  'purchase-expired': {
    status: 409,
    'es-MX': 'Esta compra venció y no se cobró nada. Empieza de nuevo.',
    en: 'This purchase has expired and nothing was charged. Please start again.',
  },
  'already-subscribed': {
    status: 409,
    'es-MX': 'Este ecosistema ya tiene una suscripción activa.',
    en: 'This ecosystem already has an active subscription.',
  },
  'request-in-progress': {
    status: 409,
    'es-MX': 'Tu solicitud anterior sigue en curso. Intenta de nuevo en unos segundos.',
    en: 'Your earlier request is still at work. Try again in a few seconds.',
  },
  'invoice-not-payable': {
    status: 409,
    'es-MX': 'Esta factura no está por pagar.',
    en: 'This invoice is not waiting to be paid.',
  },
  'quote-expired': {
    status: 409,
    'es-MX': 'La cotización venció. Aquí tienes una nueva, con el precio de hoy.',
    en: 'The quote has expired. Here is a new one, at today’s price.',
  },
  'quote-changed': {
    status: 409,
    'es-MX': 'Algo cambió desde que viste el precio. No se cobró nada; revisa la nueva cotización.',
    en: 'Something changed since you saw the price. Nothing was charged; check the new quote.',
  },
  'price-changed': {
    status: 409,
    'es-MX': 'El precio cambió desde que lo viste. No se cobró nada; revísalo de nuevo.',
    en: 'The price changed since you saw it. Nothing was charged; please check it again.',
  },
  'change-scheduled': {
    status: 409,
    'es-MX': 'Ya tienes un cambio programado. Deshazlo primero para elegir otro.',
    en: 'A change is scheduled already. Undo it first to choose another.',
  },
  'no-scheduled-change': {
    status: 409,
    'es-MX': 'No tienes un cambio programado.',
    en: 'There is no scheduled change.',
  },
  'no-subscription': {
    status: 409,
    'es-MX': 'Para esto necesitas una suscripción activa. Elige un plan para empezar.',
    en: 'This needs an active subscription. Choose a plan to begin.',
  },
  'payment-overdue': {
    status: 409,
    'es-MX': 'Tienes un pago pendiente. Págalo primero; después puedes comprar más.',
    en: 'A payment of yours is overdue. Pay it first; then you can buy more.',
  },
  'subscription-canceling': {
    status: 409,
    'es-MX': 'Tu suscripción está por terminar. Reactívala primero.',
    en: 'Your subscription is about to end. Reactivate it first.',
  },
  'not-canceling': {
    status: 409,
    'es-MX': 'Tu suscripción no está cancelada.',
    en: 'Your subscription is not cancelled.',
  },
  'subscription-ended': {
    status: 409,
    'es-MX': 'Tu suscripción ya terminó. Elige un plan y recuperas todo lo tuyo.',
    en: 'Your subscription has ended. Choose a plan and you get everything back.',
  },
  'usage-id-reused': {
    status: 409,
    'es-MX': 'Este usageId ya se registró con otros datos.',
    en: 'This usageId was recorded with other data.',
  },
  'version-sold': {
    status: 409,
    'es-MX': 'La versión {number} ya tiene clientes y no cambia. Crea una nueva a partir de ella.',
    en: 'Version {number} has customers and never changes. Create a new one from it.',
  },
  'version-in-use': {
    status: 409,
    'es-MX': 'Solo se elimina una versión que no está publicada ni activa y que nadie ha comprado.',
    en: 'Only a version that is neither published nor active, and that nobody ever bought, can be deleted.',
  },
  'sync-refused': {
    status: 409,
    'es-MX': 'No se escribió nada en Stripe: {reason}',
    en: 'Nothing was written to Stripe: {reason}',
  },
  'ecosystem-deleted': {
    status: 410,
    'es-MX':
      'Los datos de este ecosistema se eliminaron el {date}, como te avisamos, y no se pueden recuperar. Para volver, elige un plan y empieza de nuevo.',
    en: 'The data of this ecosystem was deleted on {date}, as we had announced, and cannot be recovered. To come back, choose a plan and start again.',
  },
  'version-changed': {
    status: 412,
    'es-MX': 'Alguien guardó cambios mientras editabas. Revisa las diferencias y guarda de nuevo.',
    en: 'Somebody saved changes while you were editing. Look at the differences and save again.',
  },
  'too-large': { status: 413, 'es-MX': 'El envío es demasiado grande.', en: 'That is too large.' },
  'unsupported-media-type': {
    status: 415,
    'es-MX': 'Envía los datos como application/json.',
    en: 'Send the data as application/json.',
  },
  'list-too-long': {
    status: 422,
    'es-MX': 'Son más de {most} renglones. Busca algo para que quepan en una hoja.',
    en: 'These are more than {most} rows. Search for something, so that they fit one sheet.',
  },
  'version-incomplete': {
    status: 422,
    'es-MX': 'A esta versión le faltan datos para venderse.',
    en: 'This version lacks data that it needs to be sold.',
  },
  'dates-overlap': {
    status: 422,
    'es-MX': 'Las fechas se cruzan con las de la versión {number}, que ya está publicada.',
    en: 'The dates overlap with those of version {number}, which is published already.',
  },
  'same-plan': {
    status: 422,
    'es-MX': 'Ya tienes este plan.',
    en: 'You have this plan already.',
  },
  'currency-fixed': {
    status: 422,
    'es-MX': 'Tu suscripción se paga en {currency} y no cambia de moneda.',
    en: 'Your subscription is paid in {currency} and keeps its currency.',
  },
  'too-many-users': {
    status: 422,
    'es-MX': 'Tienes {users} usuarios activos y {plan} permite {limit}. Desactiva algunos para continuar.',
    en: '{users} users are active and {plan} allows {limit}. Deactivate some to continue.',
  },
  'licences-in-use': {
    status: 422,
    'es-MX': 'Tienes {users} licencias en uso: no puedes bajar de ahí.',
    en: '{users} licences are in use: you can’t go below that.',
  },
  'licences-included': {
    status: 422,
    'es-MX': 'Tu plan incluye {included} licencias: no puedes bajar de ahí.',
    en: 'Your plan includes {included} licences: you can’t go below that.',
  },
  'encounters-not-for-sale': {
    status: 422,
    'es-MX': 'Tu plan no vende encounters.',
    en: 'Your plan sells no encounters.',
  },
  'quantity-too-small': {
    status: 422,
    'es-MX': 'El paquete más pequeño es de {minimum}.',
    en: 'The smallest package is {minimum}.',
  },
  'unknown-service': {
    status: 404,
    'es-MX': 'Tu plan no tiene el servicio «{service}».',
    en: 'Your plan has no service “{service}”.',
  },
  'plan-not-for-sale': {
    status: 422,
    'es-MX': 'Este plan no está a la venta en línea en esa moneda y periodo.',
    en: 'This plan is not for sale online in that currency and period.',
  },
  'licences-not-for-sale': {
    status: 422,
    'es-MX': 'Este plan no vende licencias adicionales.',
    en: 'This plan sells no additional licences.',
  },
  'amount-too-small': {
    status: 422,
    'es-MX':
      'El importe es menor de lo que se puede cobrar con tarjeta. No se cobró ni cambió nada; intenta más tarde o con una cantidad mayor.',
    en: 'The amount is less than a card can be charged. Nothing was charged or changed; try later or with a larger quantity.',
  },
  'amount-too-large': {
    status: 422,
    'es-MX':
      'El importe es mayor de lo que se puede cobrar de una vez. No se cobró nada; elige una cantidad menor.',
    en: 'The amount is more than can be charged at once. Nothing was charged; choose a smaller quantity.',
  },
  'gateway-not-available': {
    status: 422,
    'es-MX': 'Esa forma de pago no está disponible para este plan.',
    en: 'That way of paying is not available for this plan.',
  },
  'return-url-not-allowed': {
    status: 422,
    'es-MX': 'La dirección de regreso no es de un sitio permitido.',
    en: 'The return address is not on an allowed site.',
  },
  'trial-not-offered': {
    status: 422,
    'es-MX': 'Este catálogo no tiene periodo de prueba.',
    en: 'This catalogue has no trial.',
  },
  'idempotency-key-reused': {
    status: 422,
    'es-MX': 'Esta Idempotency-Key ya se usó con otros datos.',
    en: 'This Idempotency-Key was used with other data.',
  },
  'precondition-required': {
    status: 428,
    'es-MX': 'Falta el encabezado If-Match: protege el trabajo de otras personas.',
    en: 'The If-Match header is missing: it protects the work of others.',
  },
  'too-many-requests': {
    status: 429,
    'es-MX': 'Vas muy rápido. Espera un momento e intenta de nuevo.',
    en: 'Too fast. Wait a moment and try again.',
  },
  internal: {
    status: 500,
    'es-MX': 'Algo falló de nuestro lado. No se perdió nada; intenta de nuevo.',
    en: 'Something failed on our side. Nothing was lost; try again.',
  },
  'identity-unavailable': {
    status: 503,
    'es-MX': 'No podemos comprobar tu sesión en este momento. Intenta de nuevo en un momento.',
    en: 'We cannot check your session right now. Try again in a moment.',
  },
  'store-unavailable': {
    status: 503,
    'es-MX': 'No podemos guardar ni leer datos en este momento. Intenta de nuevo en un momento.',
    en: 'We cannot save or read data right now. Try again in a moment.',
  },
  starting: {
    status: 503,
    'es-MX': 'Estamos arrancando. Intenta de nuevo en unos segundos.',
    en: 'We are starting. Try again in a few seconds.',
  },
  'payments-unavailable': {
    status: 503,
    'es-MX': 'El servicio de pagos no responde. No se cobró nada; intenta de nuevo en un momento.',
    en: 'The payment service does not answer. Nothing was charged; try again in a moment.',
  },
} as const

export type ProblemCode = keyof typeof problems

/** The facts of a refusal, by name; amounts are written in the reader's language. */
export type Facts = Record<string, string | Pick<Money, 'amount' | 'currency'>>

/** The text of a refusal, with its facts filled in. */
export const problemText = (code: ProblemCode, facts: Facts, locale: Locale): string =>
  problems[code][locale].replaceAll(/\{(\w+)\}/g, (_, name: string) => {
    const fact = facts[name] ?? ''
    return typeof fact === 'string' ? fact : formatMoney(fact.amount, fact.currency, locale).text!
  })
