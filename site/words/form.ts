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
    privacy: 'Usamos estos datos solo para atenderte. Lee el',
    privacyLink: 'aviso de privacidad',
    website: 'Sitio web',
    trapped: 'Deja este campo vacío: solo los robots lo llenan.',
    hasty:
      'Llegó tan rápido que parece obra de un robot. Si no lo eres, vuelve a enviarlo: lo que escribiste sigue aquí.',
    unreadable:
      'No pudimos leer lo que enviaste: llegó incompleto o era demasiado largo. Escríbelo de nuevo, más corto.',
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
    privacy: 'We use this data only to serve you. Read the',
    privacyLink: 'privacy notice',
    website: 'Website',
    trapped: 'Leave this field empty: only robots fill it in.',
    hasty:
      'It came so fast that a robot seems to have sent it. If you are none, send it again: what you wrote is still here.',
    unreadable:
      'We could not read what you sent: it arrived incomplete or was too long. Write it again, shorter.',
  },
)
