import { translated } from './translated.ts'

/** One line below the title in the picture for shared links. */
export const social = translated(
  {
    home: '30 días gratis, sin tarjeta. En pesos o en dólares.',
    pricing: 'Básico, Pro y Enterprise, función por función.',
    waizantPricing: 'Lite, Plus y Premium de la plataforma médica Waizant.',
    trial: 'Todas las funciones, hasta 5 usuarios, sin tarjeta.',
    contact: 'Cuéntanos qué necesita tu empresa.',
    security: 'Qué protegemos, cómo lo hacemos y qué no guardamos.',
    docsTitle: 'Tus planes, en cualquier página',
    docs: 'La guía: una etiqueta, un elemento y nada más.',
    api: 'Rutas, parámetros, cuerpos y respuestas.',
  },
  {
    home: '30 days free, no card. In pesos or dollars.',
    pricing: 'Basic, Pro and Enterprise, feature by feature.',
    waizantPricing: 'Lite, Plus and Premium of the Waizant medical platform.',
    trial: 'Every feature, up to 5 users, no card.',
    contact: 'Tell us what your company needs.',
    security: 'What we protect, how we do it, and what we never keep.',
    docsTitle: 'Your plans, on any page',
    docs: 'The guide: one script, one element, nothing else.',
    api: 'Paths, parameters, bodies and answers.',
  },
)
