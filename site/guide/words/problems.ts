import type { ProblemCode } from '../../../server/words/problems.ts'
import type { Locale } from '../../routes.ts'

type Advice = Readonly<Record<Locale, string>>

const say = (spanish: string, english: string): Advice => ({ 'es-MX': spanish, en: english })

const showQuote = say(
  'Muestra la cotización nueva que viene en `quote` y pide confirmar otra vez.',
  'Show the fresh quote that comes in `quote` and ask to confirm again.',
)
const readBilling = say(
  'Lee `GET …/billing` otra vez: lo que mostrabas ya no es así.',
  'Read `GET …/billing` again: what you showed is no longer so.',
)
const otherCard = say(
  'Nada cambió. Ofrece otra tarjeta y repite con otra `Idempotency-Key`.',
  'Nothing has changed. Offer another card and repeat with another `Idempotency-Key`.',
)
const waitAndRepeat = say(
  'Espera y repite la misma petición con la misma `Idempotency-Key`.',
  'Wait, then repeat the same request with the same `Idempotency-Key`.',
)
const readPlans = say(
  'Lee `GET /v1/catalogues/{catalogue}/plans`: ahí está lo que sí se vende.',
  'Read `GET /v1/catalogues/{catalogue}/plans`: what is for sale stands there.',
)
const freshToken = say(
  'Pide un token nuevo a tu proveedor de identidad y repite.',
  'Get a fresh token from your identity provider and repeat.',
)
const fixRequest = say(
  'Corrige la petición: repetirla igual da lo mismo.',
  'Correct the request: repeated as it is, it gets the same answer.',
)
const readVersion = say(
  'Lee la versión otra vez y guarda sobre el `ETag` nuevo.',
  'Read the version again and save over its new `ETag`.',
)

/** What to do about each error: a code of the server that is missing here is a type error. */
export const problemAdvice: Readonly<Record<ProblemCode, Advice>> = {
  'invalid-input': say(
    '`errors` dice qué campo y por qué: muéstralo junto a él.',
    '`errors` says which field and why: show it beside the field.',
  ),
  'malformed-json': fixRequest,
  'idempotency-key-required': say(
    'Manda una `Idempotency-Key` nueva por intención: la misma en cada reintento.',
    'Send an `Idempotency-Key`, new for each intention and the same at each retry.',
  ),
  'wrong-mode': say(
    'Un webhook de prueba llegó a producción, o al revés: revisa a dónde apunta cada entorno de Stripe.',
    'A test webhook reached production, or the other way: check where each Stripe environment points.',
  ),
  'wrong-account': say(
    'El destino recibe eventos de cuentas conectadas o de otra cuenta: en Stripe, deja solo los de la tuya.',
    'The destination gets events of connected accounts or of another account: in Stripe, keep those of your own only.',
  ),
  'not-an-event': say(
    'Stripe no manda algo así: revisa quién más tiene el secreto y cámbialo.',
    'Stripe sends nothing like it: check who else has the secret, and rotate it.',
  ),
  'bad-target': fixRequest,
  'bad-signature': say(
    'Compara `STRIPE_WEBHOOK_SECRET` con el del destino en Stripe.',
    'Compare `STRIPE_WEBHOOK_SECRET` with the one of the destination in Stripe.',
  ),
  'not-signed-in': freshToken,
  'payment-declined': otherCard,
  'outstanding-charges-declined': otherCard,
  'no-payment-method': say(
    'Guarda una tarjeta con `POST …/payment-method` y repite.',
    'Save a card with `POST …/payment-method` and repeat.',
  ),
  'not-allowed': say(
    'Solo quien está en `waizant-admin-store` compra o cambia: oculta esos botones a los demás.',
    'Only members of `waizant-admin-store` buy or change: hide those buttons from the others.',
  ),
  'link-not-valid': say(
    'Venció, o el ecosistema ya contrató. Pide la compra sin `link`, con el token de quien compra.',
    'It has expired, or the ecosystem has bought already. Ask without `link`, with the token of somebody who may buy.',
  ),
  'not-an-operator': say(
    'El token necesita el grupo `waizant-backoffice`.',
    'The token needs the group `waizant-backoffice`.',
  ),
  'not-found': say(
    'No existe, o el token es de otro ecosistema: a propósito no se dice cuál de las dos.',
    'It is not there, or the token is of another ecosystem: which of the two is not told on purpose.',
  ),
  'unknown-catalogue': fixRequest,
  'unknown-service': readBilling,
  'method-not-allowed': fixRequest,
  'trial-already-used': say('Lleva a la persona a iniciar sesión.', 'Take the person to where they sign in.'),
  'checkout-complete': say(
    'Lee `GET /v1/checkouts/{id}`: el pago ya está.',
    'Read `GET /v1/checkouts/{id}`: it is paid.',
  ),
  'purchase-expired': say(
    'Abre una compra nueva con otra `Idempotency-Key`.',
    'Open a new purchase with another `Idempotency-Key`.',
  ),
  'already-subscribed': say(
    'Cambia el plan en lugar de contratar otro: `POST …/plan-changes/preview`.',
    'Change the plan instead of buying another: `POST …/plan-changes/preview`.',
  ),
  'request-in-progress': waitAndRepeat,
  'invoice-not-payable': readBilling,
  'quote-expired': showQuote,
  'quote-changed': showQuote,
  'price-changed': say(
    'Pide otra vez la vista previa, o `GET …/billing`, y muestra el total nuevo antes de cobrar.',
    'Ask for the preview, or `GET …/billing`, again and show the new total before charging.',
  ),
  'change-scheduled': say(
    'Ofrece deshacerlo: `DELETE …/plan-changes/pending`.',
    'Offer to undo it: `DELETE …/plan-changes/pending`.',
  ),
  'no-scheduled-change': readBilling,
  'no-subscription': say(
    'Abre un pago con `POST /v1/checkouts` para ese `ecosystem`.',
    'Open a checkout with `POST /v1/checkouts` for that `ecosystem`.',
  ),
  'payment-overdue': say(
    'Ofrece pagar lo pendiente: `POST …/invoices/{id}/pay`, con `due.invoice` de `GET …/billing`.',
    'Offer to pay what is due: `POST …/invoices/{id}/pay`, with `due.invoice` of `GET …/billing`.',
  ),
  'subscription-canceling': say(
    'Ofrece conservarla: `DELETE …/cancellation`.',
    'Offer to keep it: `DELETE …/cancellation`.',
  ),
  'not-canceling': readBilling,
  'subscription-ended': say(
    'Abre un pago con `POST /v1/checkouts` para el mismo `ecosystem`: conserva sus datos.',
    'Open a checkout with `POST /v1/checkouts` for the same `ecosystem`: it keeps its data.',
  ),
  'usage-id-reused': say(
    'Ese consumo ya se contó una vez. Usa otro `usageId` para otro consumo.',
    'That use was counted once. Give another use another `usageId`.',
  ),
  'version-sold': say('Crea una versión nueva con `copyFrom`.', 'Create a new version with `copyFrom`.'),
  'version-in-use': say(
    'Despublica y desactiva primero; una versión vendida se queda.',
    'Unpublish and deactivate first; a version that was sold stays.',
  ),
  'sync-refused': say(
    'Compara las claves y la cuenta del entorno con las de Stripe.',
    'Compare the keys and the account of the environment with those in Stripe.',
  ),
  'ecosystem-deleted': say(
    'Muestra `detail` y lleva a la persona a tu página de precios: ya no hay nada que leer.',
    'Show `detail` and take the person to your pricing page: there is nothing left to read.',
  ),
  'version-changed': readVersion,
  'too-large': fixRequest,
  'unsupported-media-type': say(
    'Manda `Content-Type: application/json`.',
    'Send `Content-Type: application/json`.',
  ),
  'list-too-long': say('Acota la lista con `search`.', 'Narrow the list with `search`.'),
  'version-incomplete': say(
    '`errors` dice qué falta, campo por campo.',
    '`errors` says what is missing, field by field.',
  ),
  'dates-overlap': say(
    'Cambia `startsAt` o despublica la otra versión.',
    'Change `startsAt`, or unpublish the other version.',
  ),
  'same-plan': readBilling,
  'currency-fixed': say(
    'Pide la cotización en la moneda de la suscripción.',
    'Ask for the quote in the subscription’s own currency.',
  ),
  'too-many-users': say(
    'Muestra cuántos sobran: hay que desactivar usuarios antes.',
    'Show how many are too many: users have to be deactivated first.',
  ),
  'licences-in-use': say(
    'No ofrezcas menos que las licencias en uso.',
    'Offer no fewer than the licences in use.',
  ),
  'licences-included': say(
    'No ofrezcas menos que las incluidas en el plan.',
    'Offer no fewer than the plan includes.',
  ),
  'encounters-not-for-sale': say(
    'Oculta la compra de encounters a ese plan.',
    'Hide the purchase of encounters from that plan.',
  ),
  'quantity-too-small': say(
    'Ofrece desde el paquete más pequeño.',
    'Offer from the smallest package upwards.',
  ),
  'plan-not-for-sale': readPlans,
  'licences-not-for-sale': readPlans,
  'amount-too-small': say(
    'Tu cuenta de Stripe tiene un mínimo más alto: ofrece una cantidad mayor.',
    'Your Stripe account has a higher minimum: offer a larger quantity.',
  ),
  'amount-too-large': say(
    'Divide la compra: ofrece una cantidad menor.',
    'Split the purchase: offer a smaller quantity.',
  ),
  'gateway-not-available': say('Lee `gateways` en `GET /v1/config`.', 'Read `gateways` in `GET /v1/config`.'),
  'return-url-not-allowed': say(
    'Agrega el origen a `ALLOWED_ORIGINS`.',
    'Add the origin to `ALLOWED_ORIGINS`.',
  ),
  'trial-not-offered': readPlans,
  'idempotency-key-reused': say(
    'Usa una clave nueva: esta ya es de otra petición.',
    'Use a new key: this one is another request’s.',
  ),
  'precondition-required': readVersion,
  'too-many-requests': say('Espera los segundos de `Retry-After`.', 'Wait for the seconds of `Retry-After`.'),
  internal: say(
    'Repite con la misma `Idempotency-Key`; si sigue, danos el `X-Request-Id`.',
    'Repeat with the same `Idempotency-Key`; if it goes on, give us the `X-Request-Id`.',
  ),
  'identity-unavailable': waitAndRepeat,
  'store-unavailable': waitAndRepeat,
  starting: waitAndRepeat,
  'payments-unavailable': waitAndRepeat,
}
