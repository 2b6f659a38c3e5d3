import type { Locale } from '#contract/locale'
import type { Interval } from '#contract/money'

interface NoticeWords {
  changeScheduled: (plan: string, interval: Interval, day: string) => string
  licencesNear: (inUse: number, total: number, room: string) => string
  licencesFull: (total: number, room: string) => string
  /** Where to get more seats: a plan with a number of licences (null: unlimited), or a purchase. */
  room: (plan: string, licences: number | null) => string
  buyMore: string
  trial: (days: number) => string
  /** Until when the data is retained, if known. */
  trialEnded: (kept: string | null) => string
  /** There is no payment method, and the date of the next payment. */
  noMethod: (day: string) => string
  paymentFailed: string
  /** The amount, the reason, and the date of the suspension. */
  paymentFailedBecause: (amount: string, reason: string, day: string) => string
  suspended: (amount: string | null, kept: string | null) => string
  canceling: (end: string) => string
  canceled: (end: string, kept: string) => string
  dataExpired: (end: string) => string
}

export const noticeWords: Record<Locale, NoticeWords> = {
  'es-MX': {
    changeScheduled: (plan, interval, day) =>
      `Cambias a ${plan} ${interval === 'year' ? 'anual' : 'mensual'} el ${day}. Puedes deshacerlo hasta entonces.`,
    licencesNear: (inUse, total, room) => `Usas ${inUse} de ${total} licencias. ${room}`,
    licencesFull: (total, room) => `Usas tus ${total} licencias: ya no cabe nadie más. ${room}`,
    room: (plan, licences) =>
      licences === null ? `Con ${plan} no tienes límite.` : `Con ${plan} tienes ${licences}.`,
    buyMore: 'Compra las que te falten.',
    trial: (days) => (days === 1 ? 'Te queda 1 día de prueba.' : `Te quedan ${days} días de prueba.`),
    trialEnded: (kept) =>
      kept
        ? `Tu prueba terminó. Guardamos tus datos hasta el ${kept}: elige un plan y sigue donde te quedaste.`
        : 'Tu prueba terminó. Elige un plan y sigue donde te quedaste.',
    noMethod: (day) =>
      `No tienes una tarjeta guardada. Agrega una antes del ${day} para seguir sin interrupciones.`,
    paymentFailed: 'No pudimos cobrar tu suscripción. Actualiza tu tarjeta para conservar el acceso.',
    paymentFailedBecause: (amount, reason, day) =>
      `No pudimos cobrar ${amount}. ${reason} Si sigue sin pagarse, el ${day} se suspende tu cuenta.`,
    suspended: (amount, kept) =>
      `Tu cuenta está suspendida por falta de pago${amount ? ` (${amount})` : ''}. Se reactiva sola en cuanto pagues.${
        kept ? ` Guardamos tus datos hasta el ${kept}.` : ''
      }`,
    canceling: (end) =>
      `Tu suscripción termina el ${end}. Hasta entonces todo sigue igual, y puedes quedarte cuando quieras.`,
    canceled: (end, kept) =>
      `Tu suscripción terminó el ${end}. Guardamos tus datos hasta el ${kept}: elige un plan y sigue donde te quedaste.`,
    dataExpired: (end) => `Tu suscripción terminó el ${end}. Elige un plan para volver a empezar.`,
  },
  en: {
    changeScheduled: (plan, interval, day) =>
      `You change to ${plan} ${interval === 'year' ? 'yearly' : 'monthly'} on ${day}. You can undo it until then.`,
    licencesNear: (inUse, total, room) => `You use ${inUse} of ${total} licences. ${room}`,
    licencesFull: (total, room) => `You use all of your ${total} licences: nobody else fits. ${room}`,
    room: (plan, licences) => (licences === null ? `${plan} has no limit.` : `${plan} has ${licences}.`),
    buyMore: 'Buy the ones you need.',
    trial: (days) => (days === 1 ? 'You have 1 day of trial left.' : `You have ${days} days of trial left.`),
    trialEnded: (kept) =>
      kept
        ? `Your trial has ended. We keep your data until ${kept}: choose a plan and go on where you stopped.`
        : 'Your trial has ended. Choose a plan and go on where you stopped.',
    noMethod: (day) => `You have no saved card. Add one before ${day} to go on without a break.`,
    paymentFailed: 'We could not charge your subscription. Update your card to keep your access.',
    paymentFailedBecause: (amount, reason, day) =>
      `We could not charge ${amount}. ${reason} If it stays unpaid, your account is suspended on ${day}.`,
    suspended: (amount, kept) =>
      `Your account is suspended because of an unpaid invoice${amount ? ` (${amount})` : ''}. It comes back by itself once you pay.${
        kept ? ` We keep your data until ${kept}.` : ''
      }`,
    canceling: (end) =>
      `Your subscription ends on ${end}. Until then nothing changes, and you can stay any time.`,
    canceled: (end, kept) =>
      `Your subscription ended on ${end}. We keep your data until ${kept}: choose a plan and go on where you stopped.`,
    dataExpired: (end) => `Your subscription ended on ${end}. Choose a plan to start again.`,
  },
}
