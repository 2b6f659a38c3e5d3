import type { Locale } from '#contract/locale'

interface Sheet {
  file: string
  columns: string[]
}

/** The names of the back office's spreadsheets and of their columns. */
export const adminListWords: Record<Locale, Record<'customers' | 'ecosystems' | 'leads', Sheet>> = {
  'es-MX': {
    customers: {
      file: 'clientes',
      columns: [
        'Ecosistema',
        'Empresa',
        'Correo',
        'Catálogo',
        'Cliente en Stripe',
        'Estado',
        'Plan',
        'Versión',
        'Periodo',
        'Licencias compradas',
        'Próximo pago',
        'Importe del próximo pago',
        'Pagado',
        'Moneda',
        'Desde',
      ],
    },
    ecosystems: {
      file: 'ecosistemas',
      columns: [
        'Ecosistema',
        'Empresa',
        'Correo',
        'Catálogo',
        'Estado',
        'Plan',
        'Versión',
        'Moneda',
        'Idioma',
        'Base de datos',
        'Fin de la prueba',
        'Creado',
        'Listo',
      ],
    },
    leads: {
      file: 'prospectos',
      columns: [
        'Id',
        'Catálogo',
        'Plan',
        'Nombre',
        'Empresa',
        'Correo',
        'Teléfono',
        'Mensaje',
        'Idioma',
        'Fecha',
      ],
    },
  },
  en: {
    customers: {
      file: 'customers',
      columns: [
        'Ecosystem',
        'Company',
        'Email',
        'Catalogue',
        'Stripe customer',
        'Status',
        'Plan',
        'Version',
        'Interval',
        'Licences bought',
        'Next payment',
        'Next payment’s amount',
        'Paid',
        'Currency',
        'Since',
      ],
    },
    ecosystems: {
      file: 'ecosystems',
      columns: [
        'Ecosystem',
        'Company',
        'Email',
        'Catalogue',
        'Status',
        'Plan',
        'Version',
        'Currency',
        'Language',
        'Database',
        'Trial ends',
        'Created',
        'Ready',
      ],
    },
    leads: {
      file: 'leads',
      columns: [
        'Id',
        'Catalogue',
        'Plan',
        'Name',
        'Company',
        'Email',
        'Phone',
        'Message',
        'Language',
        'Date',
      ],
    },
  },
}
