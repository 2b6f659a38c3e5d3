import type { Locale } from '../../routes.ts'
import { translated } from '../../words/translated.ts'

export const speedWords = translated(
  {
    what: 'Qué',
    most: 'Máximo, bytes',
    measured: 'Medido',
    aim: 'Meta',
    over: '*fuera de su límite*',
    missed: '*no llega a la meta*',
    met: (met: number, aims: number) =>
      met === aims ? `**Cumple sus ${aims} metas.**` : `**Cumple ${met} de ${aims} metas.**`,
    notMeasured: 'sin medir en esta construcción',
    neverRun: 'Todavía no se ha corrido ninguna medición.',
    cores: (count: string) => `${count} núcleos`,
  },
  {
    what: 'What',
    most: 'At most, bytes',
    measured: 'Measured',
    aim: 'Aim',
    over: '*over its limit*',
    missed: '*misses its aim*',
    met: (met: number, aims: number) =>
      met === aims ? `**Meets all ${aims} aims.**` : `**Meets ${met} of ${aims} aims.**`,
    notMeasured: 'not measured in this build',
    neverRun: 'No bench has been run yet.',
    cores: (count: string) => `${count} cores`,
  },
)

type Texts = Readonly<Record<Locale, string>>

const say = (spanish: string, english: string): Texts => ({ 'es-MX': spanish, en: english })

/** The byte budgets by name. */
export const budgetNames: Readonly<Record<string, Texts>> = {
  'script-tag': say('La etiqueta script sola', 'The script tag by itself'),
  'picker-on-screen-es-mx': say(
    'De la etiqueta script a los planes en pantalla, en español',
    'Script tag to plans on screen, in Spanish',
  ),
  'picker-on-screen-en': say(
    'De la etiqueta script a los planes en pantalla, en inglés',
    'Script tag to plans on screen, in English',
  ),
  'plan-comparison': say('La comparación, además', 'The comparison, on top'),
  'balance-badge': say('El saldo, además', 'The balance, on top'),
  'encounter-purchase': say('La compra de encounters, además', 'The purchase of encounters, on top'),
  'licence-purchase': say('Las licencias, además', 'The licences, on top'),
  'plan-change': say(
    'El cambio de plan, con su diálogo cerrado, además',
    'The change of plan, its dialog closed, on top',
  ),
  'billing-panel': say('El panel de facturación, además', 'The billing panel, on top'),
  'billing-notice': say('El aviso, además', 'The notice, on top'),
  'plan-settings': say(
    'La configuración de planes antes de entrar, además',
    'The plan settings before anybody signs in, on top',
  ),
  'all-elements-es-mx': say('Todos los elementos juntos, en español', 'Every element together, in Spanish'),
  'all-elements-en': say('Todos los elementos juntos, en inglés', 'Every element together, in English'),
  hydration: say('Dar vida a lo que el servidor ya dibujó', 'Bringing what the server rendered to life'),
  acting: say('Que los botones actúen', 'What makes the buttons act'),
  buying: say('Comprar, al presionar un botón', 'Buying, once a button is pressed'),
  'plan-change-dialog-es-mx': say(
    'El diálogo de cambio de plan, al abrirlo, en español',
    'The dialog that changes the plan, once opened, in Spanish',
  ),
  'plan-change-dialog-en': say(
    'El diálogo de cambio de plan, al abrirlo, en inglés',
    'The dialog that changes the plan, once opened, in English',
  ),
  paying: say(
    'Pedir otra tarjeta o la autorización del banco, al pagar',
    'Asking for another card or for the bank, once somebody pays',
  ),
  'panel-body': say('Lo que dice el panel de facturación', 'What the billing panel says'),
  'back-office-es-mx': say(
    'El back office, al entrar quien administra, en español',
    'The back office, once an administrator is signed in, in Spanish',
  ),
  'back-office-en': say(
    'El back office, al entrar quien administra, en inglés',
    'The back office, once an administrator is signed in, in English',
  ),
  invoices: say('Sus facturas', 'Its invoices'),
  'panel-actions': say('Lo que hacen sus botones', 'What its buttons do'),
  'card-dialog': say('El diálogo que cambia la tarjeta', 'The dialog that changes the card'),
  'cancellation-dialog': say('El diálogo que cancela', 'The dialog that cancels'),
  'trial-dialog': say('El diálogo de prueba gratis', 'The dialog of the free trial'),
  'lead-dialog': say('El diálogo de cotización', 'The dialog that asks for a quote'),
}

/** The parts of `npm run bench`. */
export const partNames: Readonly<Record<string, Texts>> = {
  widgets: say(
    'Los elementos en un navegador, con el procesador 4 veces más lento',
    'The elements in a browser, its processor 4 times slower',
  ),
  plans: say('La lista de planes', 'The list of plans'),
  customers: say('Lo que espera un cliente', 'What a customer waits for'),
  webhooks: say('La recepción de webhooks', 'The intake of webhooks'),
  encounters: say('La entrega de encounters', 'The delivery of encounters'),
  year: say('Un año de renovaciones en el sandbox', 'A year of renewals in the sandbox'),
}

const spanish: readonly [RegExp, string][] = [
  [/^first plan visible, static HTML$/, 'Primer plan visible, HTML estático'],
  [/^first plan visible, element by hand$/, 'Primer plan visible, elemento escrito a mano'],
  [/^first plan visible, script tag$/, 'Primer plan visible, etiqueta script'],
  [/^first plan visible, server-rendered$/, 'Primer plan visible, dibujado en el servidor'],
  [/^blocked, script tag$/, 'Página bloqueada, etiqueta script'],
  [/^blocked, server-rendered$/, 'Página bloqueada, dibujado en el servidor'],
  [/^moved, script tag$/, 'Movimiento del contenido, etiqueta script'],
  [/^moved, server-rendered$/, 'Movimiento del contenido, dibujado en el servidor'],
  [/^month to year, element by hand$/, 'De mes a año, elemento escrito a mano'],
  [/^month to year$/, 'De mes a año'],
  [/^one more of a quantity$/, 'Uno más en una cantidad'],
  [/^the change of plan opened again$/, 'El cambio de plan, al abrirlo otra vez'],
  [/^comparison of 1,000 rows × 4, by hand$/, 'Comparación de 1,000 filas × 4, escrita a mano'],
  [/^comparison of 1,000 rows × 4$/, 'Comparación de 1,000 filas × 4, frente a la escrita a mano'],
  [/^comparison of 4,000 rows beside 1,000$/, 'Comparación de 4,000 filas frente a 1,000'],
  [
    /^code of picker, plan change, billing panel and encounters on one page$/,
    'Código de planes, cambio de plan, panel y encounters en una página',
  ],
  [/^memory after 1,000 mounts of (.*)$/, 'Memoria tras montar 1,000 veces $1'],
  [/^GET …\/plans, (\d+), beside bare node:http$/, 'GET …/plans, $1, frente a node:http a secas'],
  [
    /^GET …\/billing, beside bare node:http with the same bytes$/,
    'GET …/billing, frente a node:http a secas con los mismos bytes',
  ],
  [
    /^calls of the provider in a plan-change preview$/,
    'Llamadas al proveedor en la vista previa de un cambio de plan',
  ],
  [/^plan-change preview above these calls, (p\d+)$/, 'La vista previa por encima de esas llamadas, $1'],
  [/^webhook intake, (PGlite|PostgreSQL)$/, 'Recepción de webhooks, $1'],
  [
    /^webhook intake, (PGlite|PostgreSQL), beside the same server without its write$/,
    'Recepción de webhooks, $1, frente al mismo servidor sin escribir',
  ],
  [
    /^the same where the database has cores of its own$/,
    'Lo mismo si la base de datos tiene sus propios núcleos',
  ],
  [/^webhooks acknowledged over 20 × kill -9$/, 'Webhooks confirmados a lo largo de 20 × kill -9'],
  [/^of these lost$/, 'De ellos, perdidos'],
  [/^of these without exactly one job$/, 'De ellos, sin exactamente un trabajo'],
  [/^encounter purchases delivered$/, 'Compras de encounters entregadas'],
  [/^their delivery beside the additions alone$/, 'Su entrega frente a las puras sumas'],
  [/^purchases undelivered$/, 'Compras sin entregar'],
  [/^encounters too many or too few$/, 'Encounters de más o de menos'],
  [/^([\d,]+) subscriptions made over HTTP$/, '$1 suscripciones creadas por HTTP'],
  [
    /^a year of renewals, every webhook delivered$/,
    'Un año de renovaciones, con todos los webhooks entregados',
  ],
  [/^signed webhooks of that year$/, 'Webhooks firmados de ese año'],
  [/^memory of the process$/, 'Memoria del proceso'],
]

/** The Spanish name of a bench result; a new one stays English. */
export const inSpanish = (what: string): string => {
  const known = spanish.find(([pattern]) => pattern.test(what))
  return known ? what.replace(known[0], known[1]) : what
}
