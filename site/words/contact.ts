import { translated } from './translated.ts'

export const contactWords = translated(
  {
    title: 'Pide una cotización | Waizant Billing',
    description: 'Cuéntanos qué necesita tu empresa y te preparamos una propuesta a la medida.',
    heading: 'Una propuesta a tu medida',
    lead: 'Cuéntanos cuántas personas y sucursales tienes y qué te haría falta. Te respondemos por correo.',
    about: (plan: string) => `Sobre el plan ${plan}`,
    facts: {
      erp: [
        'Usuarios y almacenamiento sin límite',
        'SLA garantizado de 99.9 % y soporte 24/7',
        'Gerente de cuenta, puesta en marcha y migración de tus datos',
        'Integraciones y desarrollos a tu medida',
      ],
      waizant: [
        'Licencias y encounters según tu volumen',
        'De la agenda al ciclo completo de ingresos',
        'Pago por mes o por año, en dólares',
      ],
    },
    tryFirst: '¿Prefieres verlo antes?',
    tryFree: 'Pruébalo 30 días gratis, sin tarjeta',
    submit: 'Pedir la cotización',
    doneTitle: 'Recibimos tu solicitud | Waizant Billing',
    doneHeading: 'Recibimos tu solicitud',
    doneLead: (email: string) => `Te respondemos a ${email}. No hace falta que envíes nada más.`,
    seePlans: 'Volver a los planes',
  },
  {
    title: 'Ask for a quote | Waizant Billing',
    description: 'Tell us what your company needs and we prepare a proposal for you.',
    heading: 'A proposal made for you',
    lead: 'Tell us how many people and branches you have and what you would need. We answer by email.',
    about: (plan: string) => `About the ${plan} plan`,
    facts: {
      erp: [
        'Users and storage without a limit',
        'Guaranteed 99.9% SLA and support around the clock',
        'Account manager, onboarding and migration of your data',
        'Integrations and development made for you',
      ],
      waizant: [
        'Licences and encounters for your volume',
        'From the schedule to the whole revenue cycle',
        'Pay by the month or the year, in dollars',
      ],
    },
    tryFirst: 'Rather see it first?',
    tryFree: 'Try it free for 30 days, no card',
    submit: 'Ask for the quote',
    doneTitle: 'We have your request | Waizant Billing',
    doneHeading: 'We have your request',
    doneLead: (email: string) => `We answer to ${email}. You need not send anything else.`,
    seePlans: 'Back to the plans',
  },
)
