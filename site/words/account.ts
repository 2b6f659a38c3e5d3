import { translated } from './translated.ts'

/** The demonstration's customer app, with the elements used as in a real one. */
export const accountWords = translated(
  {
    title: 'La cuenta de un cliente | Waizant Billing',
    description: 'Los elementos de facturación dentro de la aplicación de un cliente, con datos de ensayo.',
    heading: '¿A qué cliente acompañas hoy?',
    lead: 'Así vive la facturación dentro de la aplicación de cada cliente. Entra, cambia de plan, compra y cancela: los pagos se ensayan.',
    none: 'Todavía no hay clientes. Contrata un plan y aparecerá aquí.',
    billing: 'Plan y facturación',
    other: 'Ver otro cliente',
    deletedTitle: (company: string) => `Los datos de ${company} ya no están`,
    deleted: (date: string) =>
      `Se eliminaron el ${date}, como lo avisamos por correo, y no se pueden recuperar. Las facturas se conservan, como pide la ley; si necesitas una, escríbenos.`,
    startAgain: 'Elegir un plan y empezar de nuevo',
    writeUs: 'Escríbenos',
    controls: 'Mover el reloj',
  },
  {
    title: 'A customer’s account | Waizant Billing',
    description: 'The billing elements inside a customer’s app, with rehearsed data.',
    heading: 'Whose account is it today?',
    lead: 'This is billing inside each customer’s own app. Enter, change plan, buy and cancel: payments are rehearsed.',
    none: 'There are no customers yet. Buy a plan and one appears here.',
    billing: 'Plan and billing',
    other: 'See another customer',
    deletedTitle: (company: string) => `The data of ${company} is gone`,
    deleted: (date: string) =>
      `It was deleted on ${date}, as we had announced by mail, and cannot be recovered. Invoices are kept, as the law asks; if you need one, write to us.`,
    startAgain: 'Choose a plan and start again',
    writeUs: 'Write to us',
    controls: 'Move the clock',
  },
)
