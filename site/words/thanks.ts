import { translated } from './translated.ts'

/** The page a buyer returns to, for each status of the checkout. */
export const thanksWords = translated(
  {
    description: 'El estado de tu compra.',
    plan: 'Plan',
    ecosystem: 'Tu ecosistema',
    nextSteps: 'Lo que sigue',
    steps: [
      'Guarda el nombre de tu ecosistema: con él te reconocemos.',
      'Entra con el correo de tu compra.',
      'Invita a tu equipo.',
    ],
    pending: {
      title: 'Confirmando tu pago | Waizant Billing',
      heading: 'Estamos confirmando tu pago',
      text: 'Suele tardar unos segundos. Esta página cambia sola cuando todo esté listo; no hace falta pagar otra vez.',
      action: 'Actualizar ahora',
    },
    complete: {
      title: 'Tu plan está activo | Waizant Billing',
      heading: 'Tu plan está activo',
      text: 'Recibimos tu pago y preparamos tu ecosistema.',
      action: 'Volver al inicio',
    },
    open: {
      title: 'Tu pago está sin terminar | Waizant Billing',
      heading: 'Tu pago está sin terminar',
      text: 'Todavía no se ha cobrado nada. Puedes elegir tu plan y continuar cuando quieras.',
      action: 'Volver a los planes',
    },
    failed: {
      title: 'El pago no pasó | Waizant Billing',
      heading: 'El pago no pasó',
      text: 'No se cobró nada. Prueba con otra tarjeta o pregunta a tu banco.',
      action: 'Intentar de nuevo',
    },
    expired: {
      title: 'La compra caducó | Waizant Billing',
      heading: 'La compra caducó',
      text: 'Pasó demasiado tiempo sin un pago, así que la cerramos. No se cobró nada; empezar otra toma un minuto.',
      action: 'Empezar de nuevo',
    },
    unknown: {
      title: 'No encontramos esa compra | Waizant Billing',
      heading: 'No encontramos esa compra',
      text: 'Revisa que la dirección esté completa. Si ya pagaste, tu plan se activa aunque no veas esta página.',
      action: 'Ver planes y precios',
    },
    unavailable: {
      title: 'No pudimos consultar tu compra | Waizant Billing',
      heading: 'No pudimos consultar tu compra',
      text: 'Tu pago no se pierde: lo confirmamos aunque cierres esta página. Vuelve a intentarlo en un momento.',
      action: 'Intentar de nuevo',
    },
  },
  {
    description: 'The status of your purchase.',
    plan: 'Plan',
    ecosystem: 'Your ecosystem',
    nextSteps: 'What comes next',
    steps: [
      'Keep the name of your ecosystem: we know you by it.',
      'Enter with the email of your purchase.',
      'Invite your team.',
    ],
    pending: {
      title: 'Confirming your payment | Waizant Billing',
      heading: 'We are confirming your payment',
      text: 'It usually takes a few seconds. This page changes by itself when all is ready; there is no need to pay again.',
      action: 'Refresh now',
    },
    complete: {
      title: 'Your plan is active | Waizant Billing',
      heading: 'Your plan is active',
      text: 'We received your payment and your ecosystem is ready.',
      action: 'Back to home',
    },
    open: {
      title: 'Your payment is not finished | Waizant Billing',
      heading: 'Your payment is not finished',
      text: 'Nothing has been charged yet. Choose your plan and continue whenever you like.',
      action: 'Back to the plans',
    },
    failed: {
      title: 'The payment did not go through | Waizant Billing',
      heading: 'The payment did not go through',
      text: 'Nothing was charged. Try another card, or ask your bank.',
      action: 'Try again',
    },
    expired: {
      title: 'The purchase expired | Waizant Billing',
      heading: 'The purchase expired',
      text: 'Too much time passed without a payment, so we closed it. Nothing was charged; starting another takes a minute.',
      action: 'Start again',
    },
    unknown: {
      title: 'We cannot find that purchase | Waizant Billing',
      heading: 'We cannot find that purchase',
      text: 'Check that the address is complete. If you already paid, your plan becomes active even if you do not see this page.',
      action: 'See plans and prices',
    },
    unavailable: {
      title: 'We could not look up your purchase | Waizant Billing',
      heading: 'We could not look up your purchase',
      text: 'Your payment is not lost: we confirm it even if you close this page. Try again in a moment.',
      action: 'Try again',
    },
  },
)
