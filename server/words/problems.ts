/** Every way in which the API refuses: HTTP status, and what it says to a person. `{fact}` is filled in. */
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
  'bad-signature': { status: 400, 'es-MX': 'La firma no es válida.', en: 'The signature is not valid.' },
  'not-signed-in': {
    status: 401,
    'es-MX': 'Inicia sesión de nuevo para continuar.',
    en: 'Sign in again to continue.',
  },
  'not-allowed': {
    status: 403,
    'es-MX': 'Tu cuenta puede ver la facturación, pero no cambiarla.',
    en: 'Your account can see the billing but not change it.',
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
  'too-large': { status: 413, 'es-MX': 'El envío es demasiado grande.', en: 'That is too large.' },
  'unsupported-media-type': {
    status: 415,
    'es-MX': 'Envía los datos como application/json.',
    en: 'Send the data as application/json.',
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
  'payments-unavailable': {
    status: 503,
    'es-MX': 'El servicio de pagos no responde. No se cobró nada; intenta de nuevo en un momento.',
    en: 'The payment service does not answer. Nothing was charged; try again in a moment.',
  },
} as const

export type ProblemCode = keyof typeof problems
