import type { Locale } from '#contract/locale'
import type { MailTemplates } from '../../mail/template.ts'

type Kind = 'welcome' | 'trial-ending' | 'trial-ended'

/** Mails about the start of the trial, or the first payment. */
export const beginning: Record<Locale, MailTemplates<Kind>> = {
  'es-MX': {
    welcome: ({ plan, trial, nextPayment }, say) =>
      trial
        ? {
            subject: `Tu prueba ya empezó, ${say.company}`,
            preheader: `Tienes todo hasta el ${say.day(trial.endsAt)}. Sin tarjeta.`,
            heading: 'Te damos la bienvenida',
            paragraphs: [
              `La prueba de ${say.company} ya empezó. Usa todo lo que quieras: no pedimos tarjeta y nada se cobra solo.`,
            ],
            facts: [
              { label: 'Termina', value: say.day(trial.endsAt) },
              { label: 'Personas', value: `hasta ${say.count(trial.maxUsers)}` },
            ],
            button: 'Empezar',
            after: ['Te avisamos antes de que termine.'],
          }
        : {
            subject: `Ya tienes ${say.of(plan)}, ${say.company}`,
            preheader: 'Tu pago quedó y tu cuenta está lista.',
            heading: 'Todo listo para empezar',
            paragraphs: [
              `Gracias por elegirnos. ${say.company} ya tiene ${say.of(plan)} y puede usarlo desde hoy.`,
            ],
            facts: [
              { label: 'Plan', value: say.of(plan) },
              ...(nextPayment
                ? [
                    { label: 'Próximo pago', value: say.day(nextPayment.at) },
                    { label: 'Importe', value: say.money(nextPayment.amount) },
                  ]
                : []),
            ],
            button: 'Ir a mi cuenta',
            after: ['Ahí están tus facturas y tu forma de pago. Cambias de plan cuando quieras.'],
          },
    'trial-ending': ({ endsAt, retentionDays }, say) => ({
      subject: `Tu prueba termina ${say.away(endsAt)}`,
      preheader: `Elige un plan antes del ${say.day(endsAt)} y no pierdes nada.`,
      heading: `Tu prueba termina ${say.away(endsAt)}`,
      paragraphs: [
        `La prueba de ${say.company} termina el ${say.day(endsAt)}. Elige un plan y sigues con todo lo que ya hiciste.`,
      ],
      button: 'Elegir un plan',
      after: [
        `Si prefieres pensarlo, no hay cobro: guardamos tus datos ${say.count(retentionDays)} días y vuelves cuando quieras.`,
      ],
    }),
    'trial-ended': ({ dataUntil }, say) => ({
      subject: 'Tu prueba terminó',
      preheader: `Guardamos tus datos hasta el ${say.lastDay(dataUntil)}.`,
      heading: 'Tu prueba terminó',
      paragraphs: [
        `Gracias por probar. Los datos de ${say.company} siguen guardados hasta el ${say.lastDay(dataUntil)}: elige un plan y sigue donde te quedaste.`,
      ],
      button: 'Elegir un plan',
    }),
  },
  en: {
    welcome: ({ plan, trial, nextPayment }, say) =>
      trial
        ? {
            subject: `Your trial has begun, ${say.company}`,
            preheader: `Everything is yours until ${say.day(trial.endsAt)}. No card needed.`,
            heading: 'Welcome',
            paragraphs: [
              `The trial of ${say.company} has begun. Use all of it: we ask for no card and nothing is charged by itself.`,
            ],
            facts: [
              { label: 'Ends', value: say.day(trial.endsAt) },
              { label: 'People', value: `up to ${say.count(trial.maxUsers)}` },
            ],
            button: 'Get started',
            after: ['We will tell you before it ends.'],
          }
        : {
            subject: `You have ${say.of(plan)}, ${say.company}`,
            preheader: 'Your payment went through and your account is ready.',
            heading: 'All set',
            paragraphs: [
              `Thank you for choosing us. ${say.company} has ${say.of(plan)} and can use it from today.`,
            ],
            facts: [
              { label: 'Plan', value: say.of(plan) },
              ...(nextPayment
                ? [
                    { label: 'Next payment', value: say.day(nextPayment.at) },
                    { label: 'Amount', value: say.money(nextPayment.amount) },
                  ]
                : []),
            ],
            button: 'Go to my account',
            after: ['Your invoices and your payment method are there. Change plans whenever you like.'],
          },
    'trial-ending': ({ endsAt, retentionDays }, say) => ({
      subject: `Your trial ends ${say.away(endsAt)}`,
      preheader: `Choose a plan before ${say.day(endsAt)} and lose nothing.`,
      heading: `Your trial ends ${say.away(endsAt)}`,
      paragraphs: [
        `The trial of ${say.company} ends on ${say.day(endsAt)}. Choose a plan and go on with all that you have done.`,
      ],
      button: 'Choose a plan',
      after: [
        `Want to think about it? Nothing is charged: we keep your data for ${say.count(retentionDays)} days, and you can come back any time.`,
      ],
    }),
    'trial-ended': ({ dataUntil }, say) => ({
      subject: 'Your trial has ended',
      preheader: `We keep your data until ${say.lastDay(dataUntil)}.`,
      heading: 'Your trial has ended',
      paragraphs: [
        `Thank you for trying. The data of ${say.company} is kept until ${say.lastDay(dataUntil)}: choose a plan and go on where you stopped.`,
      ],
      button: 'Choose a plan',
    }),
  },
}
