import type { Locale } from '#contract/locale'
import type { MailTemplates } from '../../mail/template.ts'
import { failureOf } from './failure.ts'

type Kind = 'payment-failed' | 'suspended' | 'reactivated' | 'limit-near'

/** Mails that need an action: an unpaid invoice, a limit. */
export const owing: Record<Locale, MailTemplates<Kind>> = {
  'es-MX': {
    'payment-failed': ({ amount, reason, retryAt, suspendsAt }, say) => ({
      subject: `No pudimos cobrar ${say.money(amount)}`,
      preheader: 'Actualiza tu tarjeta y listo: toma un minuto.',
      heading: 'No pudimos hacer tu cobro',
      paragraphs: [
        failureOf(reason, 'es-MX'),
        'Actualiza tu tarjeta y cobramos solos. Mientras tanto todo sigue funcionando.',
      ],
      facts: [
        { label: 'Por pagar', value: say.money(amount), strong: true },
        ...(retryAt ? [{ label: 'Volvemos a intentar', value: say.day(retryAt) }] : []),
        ...(suspendsAt ? [{ label: 'Sin pago, se suspende', value: say.day(suspendsAt) }] : []),
      ],
      button: 'Actualizar mi tarjeta',
    }),
    suspended: ({ amount, dataUntil }, say) => ({
      subject: 'Tu cuenta está suspendida',
      preheader: 'Paga y vuelve todo, tal como estaba.',
      heading: 'Tu cuenta está suspendida',
      paragraphs: [
        `No recibimos el pago de ${say.company}, así que pausamos el acceso. En cuanto pagues se reactiva sola, tal como estaba.`,
      ],
      facts: [
        ...(amount ? [{ label: 'Por pagar', value: say.money(amount), strong: true }] : []),
        { label: 'Guardamos tus datos hasta', value: say.lastDay(dataUntil) },
      ],
      button: 'Pagar y reactivar',
    }),
    reactivated: ({ plan }, say) => ({
      subject: 'Ya estás de vuelta',
      preheader: 'Tu cuenta está activa otra vez.',
      heading: 'Ya estás de vuelta',
      paragraphs: [
        `${say.company} tiene otra vez ${say.of(plan)}, con todos sus datos. Gracias por seguir con nosotros.`,
      ],
      button: 'Ir a mi cuenta',
    }),
    'limit-near': ({ what, used, total, next }, say) => {
      const used_ = `${say.count(used)} de ${say.count(total)}`
      const things = what === 'licences' ? 'licencias' : 'encounters'
      return {
        subject: used < total ? `Ya usas ${used_} ${things}` : `Usas tus ${say.count(total)} ${things}`,
        preheader: next ? `${say.of(next.plan)} te da más espacio.` : `Compra más cuando quieras.`,
        heading: used < total ? `Ya usas ${used_} ${things}` : `Usas tus ${say.count(total)} ${things}`,
        paragraphs: [
          used < total
            ? `A ${say.company} le ${total - used === 1 ? 'queda' : 'quedan'} ${say.count(total - used)}. Te avisamos con tiempo para que nada se detenga.`
            : what === 'licences'
              ? `En ${say.company} ya no cabe nadie más.`
              : `A ${say.company} ya no le quedan encounters.`,
          next
            ? next.total === null
              ? `Con ${say.of(next.plan)} no tienes límite.`
              : `Con ${say.of(next.plan)} tienes ${say.count(next.total)}.`
            : what === 'licences'
              ? 'Compra las licencias que te falten; solo pagas los días que quedan.'
              : 'Compra los que necesites: entre más, cuesta menos cada uno.',
        ],
        button: next
          ? `Ver ${say.of(next.plan)}`
          : what === 'licences'
            ? 'Comprar licencias'
            : 'Comprar encounters',
      }
    },
  },
  en: {
    'payment-failed': ({ amount, reason, retryAt, suspendsAt }, say) => ({
      subject: `We could not charge ${say.money(amount)}`,
      preheader: 'Update your card and that is it: it takes a minute.',
      heading: 'Your payment did not go through',
      paragraphs: [
        failureOf(reason, 'en'),
        'Update your card and we charge it by ourselves. Meanwhile everything works as before.',
      ],
      facts: [
        { label: 'To be paid', value: say.money(amount), strong: true },
        ...(retryAt ? [{ label: 'We try again', value: say.day(retryAt) }] : []),
        ...(suspendsAt ? [{ label: 'Unpaid, it is suspended', value: say.day(suspendsAt) }] : []),
      ],
      button: 'Update my card',
    }),
    suspended: ({ amount, dataUntil }, say) => ({
      subject: 'Your account is suspended',
      preheader: 'Pay and all of it comes back, just as it was.',
      heading: 'Your account is suspended',
      paragraphs: [
        `We did not receive the payment of ${say.company}, so access is paused. Once you pay it comes back by itself, just as it was.`,
      ],
      facts: [
        ...(amount ? [{ label: 'To be paid', value: say.money(amount), strong: true }] : []),
        { label: 'We keep your data until', value: say.lastDay(dataUntil) },
      ],
      button: 'Pay and come back',
    }),
    reactivated: ({ plan }, say) => ({
      subject: 'You are back',
      preheader: 'Your account is active again.',
      heading: 'You are back',
      paragraphs: [
        `${say.company} has ${say.of(plan)} again, with all of its data. Thank you for staying with us.`,
      ],
      button: 'Go to my account',
    }),
    'limit-near': ({ what, used, total, next }, say) => {
      const all = `You use all of your ${say.count(total)} ${what}`
      const some = `You use ${say.count(used)} of ${say.count(total)} ${what}`
      return {
        subject: used < total ? some : all,
        preheader: next ? `${say.of(next.plan)} gives you more room.` : 'Buy more whenever you like.',
        heading: used < total ? some : all,
        paragraphs: [
          used < total
            ? `${say.company} has ${say.count(total - used)} left. We tell you early, so that nothing has to stop.`
            : what === 'licences'
              ? `Nobody else fits in ${say.company}.`
              : `${say.company} has no encounters left.`,
          next
            ? next.total === null
              ? `${say.of(next.plan)} has no limit.`
              : `${say.of(next.plan)} has ${say.count(next.total)}.`
            : what === 'licences'
              ? 'Buy the licences you need; you pay only for the days that are left.'
              : 'Buy as many as you need: the more you buy, the less each one costs.',
        ],
        button: next ? `See ${say.of(next.plan)}` : what === 'licences' ? 'Buy licences' : 'Buy encounters',
      }
    },
  },
}
