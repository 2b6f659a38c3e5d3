import { translated } from './translated.ts'

/** Fields and failures that every form shares. */
export const formWords = translated(
  {
    company: 'Empresa',
    companyHint: 'Como quieres que aparezca en tu cuenta.',
    email: 'Correo de trabajo',
    emailHint: 'Con él entras a tu ecosistema.',
    name: 'Tu nombre',
    phone: 'Teléfono',
    message: '¿Qué necesita tu empresa?',
    messageHint: 'Usuarios, sucursales, integraciones: lo que ayude a cotizar.',
    optional: 'opcional',
    unavailable:
      'No pudimos completar tu solicitud. Lo que escribiste sigue aquí: inténtalo de nuevo en un momento.',
    review: 'Revisa lo marcado y vuelve a enviar.',
  },
  {
    company: 'Company',
    companyHint: 'As you want it to appear on your account.',
    email: 'Work email',
    emailHint: 'You enter your ecosystem with it.',
    name: 'Your name',
    phone: 'Phone',
    message: 'What does your company need?',
    messageHint: 'Users, branches, integrations: whatever helps to quote.',
    optional: 'optional',
    unavailable: 'We could not complete your request. What you wrote is still here: try again in a moment.',
    review: 'Check what is marked and send it again.',
  },
)
