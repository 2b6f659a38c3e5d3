import { translated } from './translated.ts'

/** The back office on the site: the same element that a real back office embeds. */
export const adminWords = translated(
  {
    title: 'Configuración de planes | Waizant Billing',
    description: 'El back office: planes, versiones, precios, Stripe, clientes y prospectos.',
    heading: '¿Quién administra hoy?',
    lead: 'Así se administra lo que se vende. Entra, crea una versión, cambia sus precios y publícala; con dos personas a la vez, nadie pierde su trabajo.',
    people: {
      ana: { name: 'Ana Robles', role: 'Administradora' },
      bruno: { name: 'Bruno Díaz', role: 'Administrador' },
      carla: { name: 'Carla Núñez', role: 'Sin permiso del back office' },
    },
    settings: 'Configuración de planes',
    other: 'Entrar como otra persona',
    controls: 'Controles de la demostración',
    withoutScript: 'Esta página necesita JavaScript.',
  },
  {
    title: 'Plan settings | Waizant Billing',
    description: 'The back office: plans, versions, prices, Stripe, customers and leads.',
    heading: 'Who administers today?',
    lead: 'This is how what is sold is administered. Enter, create a version, change its prices and publish it; with two people at once, nobody’s work is lost.',
    people: {
      ana: { name: 'Ana Robles', role: 'Administrator' },
      bruno: { name: 'Bruno Díaz', role: 'Administrator' },
      carla: { name: 'Carla Núñez', role: 'Without the right' },
    },
    settings: 'Plan settings',
    other: 'Enter as somebody else',
    controls: 'Controls of the demonstration',
    withoutScript: 'This page needs JavaScript.',
  },
)
