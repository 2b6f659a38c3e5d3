import { translated } from './translated.ts'

/** The name of a page in lists of pages. */
export const pageNames = translated(
  {
    home: 'Inicio',
    pricing: 'Precios del ERP',
    waizantPricing: 'Precios de la plataforma médica',
    trial: 'Prueba gratis',
    contact: 'Contacto',
    security: 'Seguridad',
    terms: 'Términos',
    privacy: 'Aviso de privacidad',
    docs: 'Guía para desarrolladores',
    api: 'Referencia de la API',
  },
  {
    home: 'Home',
    pricing: 'ERP pricing',
    waizantPricing: 'Medical platform pricing',
    trial: 'Free trial',
    contact: 'Contact',
    security: 'Security',
    terms: 'Terms',
    privacy: 'Privacy notice',
    docs: 'Developers’ guide',
    api: 'API reference',
  },
)
