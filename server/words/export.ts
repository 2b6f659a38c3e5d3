import type { Locale } from '#contract/locale'

/** A file's name, and the names of its columns. */
interface Sheet {
  file: string
  columns: string[]
}

interface ExportWords {
  archive: string
  ecosystem: Sheet
  subscriptions: Sheet
  invoices: Sheet
  lines: Sheet
  balance: Sheet
  purchases: Sheet
  usage: Sheet
  cancellations: Sheet
}

export const exportWords: Record<Locale, ExportWords> = {
  'es-MX': {
    archive: 'facturacion',
    ecosystem: {
      file: 'ecosistema',
      columns: [
        'Ecosistema',
        'Empresa',
        'Correo',
        'Catálogo',
        'Estado',
        'Plan',
        'Versión',
        'Moneda',
        'Zona horaria',
        'Creado',
        'Fin de la prueba',
      ],
    },
    subscriptions: {
      file: 'suscripciones',
      columns: [
        'Suscripción',
        'Plan',
        'Versión',
        'Periodo',
        'Moneda',
        'Estado',
        'Licencias adicionales',
        'Inicio del periodo',
        'Fin del periodo',
        'Termina',
      ],
    },
    invoices: {
      file: 'facturas',
      columns: [
        'Factura',
        'Número',
        'Fecha',
        'Estado',
        'Total',
        'Pagado',
        'Saldo a favor usado',
        'Moneda',
        'Pagada',
        'PDF',
      ],
    },
    lines: {
      file: 'facturas-conceptos',
      columns: ['Factura', 'Número', 'Fecha', 'Renglón', 'Concepto', 'Importe', 'Moneda'],
    },
    balance: {
      file: 'saldo-a-favor',
      columns: ['Movimiento', 'Fecha', 'Importe', 'Moneda', 'Motivo', 'Factura'],
    },
    purchases: {
      file: 'compras',
      columns: [
        'Compra',
        'Fecha',
        'Parámetro',
        'Cantidad',
        'Precio unitario',
        'Total',
        'Moneda',
        'Estado',
        'Pagada',
        'Entregada',
      ],
    },
    usage: {
      file: 'servicios-usados',
      columns: ['Uso', 'Fecha', 'Servicio', 'Unidades', 'Precio unitario', 'Total', 'Moneda', 'Estado'],
    },
    cancellations: { file: 'cancelaciones', columns: ['Fecha', 'Motivo', 'Comentario', 'Deshecha'] },
  },
  en: {
    archive: 'billing',
    ecosystem: {
      file: 'ecosystem',
      columns: [
        'Ecosystem',
        'Company',
        'Email',
        'Catalogue',
        'Status',
        'Plan',
        'Version',
        'Currency',
        'Time zone',
        'Created',
        'End of trial',
      ],
    },
    subscriptions: {
      file: 'subscriptions',
      columns: [
        'Subscription',
        'Plan',
        'Version',
        'Interval',
        'Currency',
        'Status',
        'Additional licences',
        'Period start',
        'Period end',
        'Ends',
      ],
    },
    invoices: {
      file: 'invoices',
      columns: [
        'Invoice',
        'Number',
        'Date',
        'Status',
        'Total',
        'Paid',
        'Balance used',
        'Currency',
        'Paid at',
        'PDF',
      ],
    },
    lines: {
      file: 'invoice-lines',
      columns: ['Invoice', 'Number', 'Date', 'Line', 'Description', 'Amount', 'Currency'],
    },
    balance: { file: 'balance', columns: ['Movement', 'Date', 'Amount', 'Currency', 'Reason', 'Invoice'] },
    purchases: {
      file: 'purchases',
      columns: [
        'Purchase',
        'Date',
        'Parameter',
        'Quantity',
        'Unit price',
        'Total',
        'Currency',
        'Status',
        'Paid at',
        'Delivered at',
      ],
    },
    usage: {
      file: 'services-used',
      columns: ['Usage', 'Date', 'Service', 'Units', 'Unit price', 'Total', 'Currency', 'Status'],
    },
    cancellations: { file: 'cancellations', columns: ['Date', 'Reason', 'Comment', 'Undone'] },
  },
}
