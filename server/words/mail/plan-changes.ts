import type { Locale } from '#contract/locale'
import type { MailTemplates } from '../../mail/template.ts'

type Kind = 'plan-changed' | 'plan-change-scheduled' | 'plan-change-taken-back'

/** Mails about changes from one plan to another. */
export const changing: Record<Locale, MailTemplates<Kind>> = {
  'es-MX': {
    'plan-changed': ({ from, to, interval, charged, balance, nextPayment }, say) => ({
      subject: `Ya tienes ${say.of(to)}`,
      preheader: `Cambiaste de ${say.of(from)} a ${say.of(to)} ${say.every(interval)}.`,
      heading: `Ya tienes ${say.of(to)}`,
      paragraphs: [
        say.of(from) === say.of(to)
          ? `${say.company} ahora paga ${say.of(to)} de forma ${say.every(interval)}.`
          : `${say.company} cambió de ${say.of(from)} a ${say.of(to)}. Lo puedes usar desde ahora.`,
      ],
      facts: [
        { label: 'Plan', value: `${say.of(to)} ${say.every(interval)}` },
        { label: 'Pagaste hoy', value: say.money(charged), strong: true },
        ...(balance.amount > 0 ? [{ label: 'Saldo a favor', value: say.money(balance) }] : []),
        ...(nextPayment
          ? [{ label: 'Próximo pago', value: `${say.money(nextPayment.amount)}, ${say.day(nextPayment.at)}` }]
          : []),
      ],
      button: 'Ver mi plan',
    }),
    'plan-change-scheduled': ({ from, to, interval, at }, say) => ({
      subject: `Cambias a ${say.of(to)} el ${say.day(at)}`,
      preheader: `Hasta entonces sigues con ${say.of(from)}.`,
      heading: 'Tu cambio de plan está programado',
      paragraphs: [
        `Hasta el ${say.day(at)} ${say.company} conserva todo lo de ${say.of(from)}. Ese día pasa a ${say.of(to)}, sin costo por el cambio.`,
      ],
      facts: [
        { label: 'Hoy', value: say.of(from) },
        { label: `Desde el ${say.day(at)}`, value: `${say.of(to)} ${say.every(interval)}`, strong: true },
      ],
      button: 'Ver o deshacer el cambio',
    }),
    'plan-change-taken-back': ({ from, to, inUse, seats }, say) => ({
      subject: `Sigues con ${say.of(from)}: no caben todos en ${say.of(to)}`,
      preheader: `Hay ${say.count(inUse)} personas y ${say.of(to)} tiene ${say.count(seats)} lugares.`,
      heading: `Sigues con ${say.of(from)}`,
      paragraphs: [
        `Ibas a cambiar a ${say.of(to)}, pero en ${say.company} hay ${say.count(inUse)} personas y ese plan tiene ${say.count(seats)} lugares. Para que nadie se quede afuera, conservamos tu plan.`,
        `Si todavía quieres cambiar, deja ${say.count(seats)} personas o menos y prográmalo otra vez.`,
      ],
      button: 'Revisar mi plan',
    }),
  },
  en: {
    'plan-changed': ({ from, to, interval, charged, balance, nextPayment }, say) => ({
      subject: `You have ${say.of(to)}`,
      preheader: `You changed from ${say.of(from)} to ${say.of(to)}, ${say.every(interval)}.`,
      heading: `You have ${say.of(to)}`,
      paragraphs: [
        say.of(from) === say.of(to)
          ? `${say.company} now pays for ${say.of(to)} ${say.every(interval)}.`
          : `${say.company} changed from ${say.of(from)} to ${say.of(to)}. It is yours from now on.`,
      ],
      facts: [
        { label: 'Plan', value: `${say.of(to)}, ${say.every(interval)}` },
        { label: 'You paid today', value: say.money(charged), strong: true },
        ...(balance.amount > 0 ? [{ label: 'Your balance', value: say.money(balance) }] : []),
        ...(nextPayment
          ? [{ label: 'Next payment', value: `${say.money(nextPayment.amount)}, ${say.day(nextPayment.at)}` }]
          : []),
      ],
      button: 'See my plan',
    }),
    'plan-change-scheduled': ({ from, to, interval, at }, say) => ({
      subject: `You change to ${say.of(to)} on ${say.day(at)}`,
      preheader: `Until then you keep ${say.of(from)}.`,
      heading: 'Your change of plan is scheduled',
      paragraphs: [
        `Until ${say.day(at)} ${say.company} keeps all of ${say.of(from)}. On that day it moves to ${say.of(to)}; the change costs nothing.`,
      ],
      facts: [
        { label: 'Today', value: say.of(from) },
        { label: `From ${say.day(at)}`, value: `${say.of(to)}, ${say.every(interval)}`, strong: true },
      ],
      button: 'See or undo the change',
    }),
    'plan-change-taken-back': ({ from, to, inUse, seats }, say) => ({
      subject: `You keep ${say.of(from)}: not everybody fits in ${say.of(to)}`,
      preheader: `There are ${say.count(inUse)} people, and ${say.of(to)} has ${say.count(seats)} seats.`,
      heading: `You keep ${say.of(from)}`,
      paragraphs: [
        `You were going to change to ${say.of(to)}, but ${say.company} has ${say.count(inUse)} people and that plan has ${say.count(seats)} seats. So that nobody is left outside, we kept your plan.`,
        `If you still want to change, come down to ${say.count(seats)} people and schedule it again.`,
      ],
      button: 'Review my plan',
    }),
  },
}
