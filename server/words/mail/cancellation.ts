import type { Locale } from '#contract/locale'
import type { MailTemplates } from '../../mail/template.ts'

type Kind = 'cancellation-confirmed' | 'cancellation-undone' | 'data-deletion'

/** Mails about a cancellation and its undoing. */
export const leaving: Record<Locale, MailTemplates<Kind>> = {
  'es-MX': {
    'cancellation-confirmed': ({ plan, accessUntil, dataUntil }, say) => ({
      subject: `Tu suscripción termina el ${say.lastDay(accessUntil)}`,
      preheader: 'Cancelamos sin costo. Hasta entonces todo sigue igual.',
      heading: 'Tu cancelación está lista',
      paragraphs: [
        `Sentimos que te vayas. ${say.company} conserva ${say.of(plan)} hasta su último día y ya no se cobra nada más.`,
      ],
      facts: [
        { label: 'Último día de acceso', value: say.lastDay(accessUntil), strong: true },
        { label: 'Guardamos tus datos hasta', value: say.lastDay(dataUntil) },
      ],
      button: 'Quedarme',
      after: ['Puedes descargar tus datos y volver cuando quieras: todo estará donde lo dejaste.'],
    }),
    'cancellation-undone': ({ plan, nextPayment }, say) => ({
      subject: 'Qué gusto que te quedas',
      preheader: `${say.of(plan)} sigue como siempre.`,
      heading: 'Qué gusto que te quedas',
      paragraphs: [`Deshicimos la cancelación: ${say.company} sigue con ${say.of(plan)} como siempre.`],
      ...(nextPayment && {
        facts: [
          { label: 'Próximo pago', value: say.day(nextPayment.at) },
          { label: 'Importe', value: say.money(nextPayment.amount), strong: true },
        ],
      }),
      button: 'Ir a mi cuenta',
    }),
    'data-deletion': ({ at }, say) => ({
      subject: `Borraremos tus datos el ${say.day(at)}`,
      preheader: 'Descárgalos o vuelve antes de esa fecha.',
      heading: `Borraremos tus datos ${say.away(at)}`,
      paragraphs: [
        `Guardamos los datos de ${say.company} hasta el ${say.lastDay(at)}. Después los borramos para siempre y no podremos recuperarlos.`,
        'Vuelve o descárgalos antes de ese día.',
      ],
      button: 'Conservar mis datos',
    }),
  },
  en: {
    'cancellation-confirmed': ({ plan, accessUntil, dataUntil }, say) => ({
      subject: `Your subscription ends on ${say.lastDay(accessUntil)}`,
      preheader: 'Cancelled at no cost. Until then nothing changes.',
      heading: 'Your cancellation is done',
      paragraphs: [
        `We are sorry to see you go. ${say.company} keeps ${say.of(plan)} until its last day, and nothing more is charged.`,
      ],
      facts: [
        { label: 'Last day of access', value: say.lastDay(accessUntil), strong: true },
        { label: 'We keep your data until', value: say.lastDay(dataUntil) },
      ],
      button: 'Stay',
      after: ['You can download your data, and come back any time: all will be where you left it.'],
    }),
    'cancellation-undone': ({ plan, nextPayment }, say) => ({
      subject: 'Good to have you stay',
      preheader: `${say.of(plan)} goes on as always.`,
      heading: 'Good to have you stay',
      paragraphs: [`We undid the cancellation: ${say.company} goes on with ${say.of(plan)} as always.`],
      ...(nextPayment && {
        facts: [
          { label: 'Next payment', value: say.day(nextPayment.at) },
          { label: 'Amount', value: say.money(nextPayment.amount), strong: true },
        ],
      }),
      button: 'Go to my account',
    }),
    'data-deletion': ({ at }, say) => ({
      subject: `We will delete your data on ${say.day(at)}`,
      preheader: 'Download it, or come back, before that day.',
      heading: `We will delete your data ${say.away(at)}`,
      paragraphs: [
        `We keep the data of ${say.company} until ${say.lastDay(at)}. After that it is deleted for good, and we can't bring it back.`,
        'Come back or download it before that day.',
      ],
      button: 'Keep my data',
    }),
  },
}
