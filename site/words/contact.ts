import { translated } from './translated.ts'

export const contactWords = translated(
  {
    title: 'Pide una cotización | Waizant Billing',
    description: 'Cuéntanos qué necesita tu empresa y te preparamos una propuesta a la medida.',
    heading: 'Una propuesta a tu medida',
    lead: 'Cuéntanos cuántas personas y sucursales tienes y qué te haría falta. Te respondemos por correo.',
    about: (plan: string) => `Sobre el plan ${plan}`,
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
    submit: 'Ask for the quote',
    doneTitle: 'We have your request | Waizant Billing',
    doneHeading: 'We have your request',
    doneLead: (email: string) => `We answer to ${email}. You need not send anything else.`,
    seePlans: 'Back to the plans',
  },
)
