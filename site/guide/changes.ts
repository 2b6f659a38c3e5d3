import type { Locale } from '../routes.ts'

interface Change {
  version: string
  /** A date as in `2026-11-21`. */
  date: string
  items: Readonly<Record<Locale, readonly string[]>>
}

/** The changes of each version, newest first; the version number is the one in package.json. */
export const changes: readonly Change[] = [
  {
    version: '0.1.0',
    date: '2026-11-21',
    items: {
      'es-MX': [
        'Elementos para mostrar y vender planes, cambiar de plan, comprar encounters y licencias, y ver toda la facturación.',
        'Un back office: versiones de planes con sus paquetes y precios, Stripe por ambiente, clientes y prospectos.',
        'API HTTP con OpenAPI 3.1, cotizaciones que se cobran tal cual y errores con código estable.',
        'Derechos de uso por ecosistema, al preguntar o en cuanto cambian.',
        'Modo embebido completo: base de datos, Stripe de ensayo, identidad, buzón y un reloj que se adelanta.',
      ],
      en: [
        'Elements that show and sell plans, change plans, sell encounters and licences, and show all of the billing.',
        'A back office: plan versions with their packages and prices, Stripe by environment, customers and leads.',
        'An HTTP API with OpenAPI 3.1, quotes that are charged as shown, and errors with stable codes.',
        'Entitlements of each ecosystem, when asked for or as soon as they change.',
        'A complete embedded mode: database, a Stripe to rehearse with, identity, mailbox and a clock that can be moved.',
      ],
    },
  },
]
