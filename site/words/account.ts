import { translated } from './translated.ts'

/** The demonstration's customer app, where the elements live as they would in a real one. */
export const accountWords = translated(
  {
    title: 'La cuenta de un cliente | Waizant Billing',
    description: 'Los elementos de facturación dentro de la aplicación de un cliente, con datos de ensayo.',
    heading: '¿A qué cliente acompañas hoy?',
    lead: 'Así vive la facturación dentro de la aplicación de cada cliente. Entra, cambia de plan, compra y cancela: los pagos se ensayan.',
    none: 'Todavía no hay clientes. Contrata un plan y aparecerá aquí.',
    billing: 'Plan y facturación',
    other: 'Ver otro cliente',
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
    controls: 'Move the clock',
  },
)
