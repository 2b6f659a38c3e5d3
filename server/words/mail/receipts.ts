import type { Locale } from '#contract/locale'
import type { MailTemplates } from '../../mail/template.ts'

type Kind = 'renewal-reminder' | 'renewal-receipt' | 'purchase-receipt' | 'licences-changed'

/** Mails about payments, made and upcoming. */
export const paying: Record<Locale, MailTemplates<Kind>> = {
  'es-MX': {
    'renewal-reminder': ({ plan, interval, at, amount, card }, say) => ({
      subject: `Tu plan ${say.of(plan)} se renueva ${say.away(at)}`,
      preheader: `${say.money(amount)} el ${say.day(at)}. No tienes que hacer nada.`,
      heading: `Tu plan se renueva ${say.away(at)}`,
      paragraphs: [
        amount.amount > 0
          ? 'No tienes que hacer nada: el cobro es automático y tu servicio sigue igual.'
          : 'No tienes que hacer nada: tu saldo a favor cubre el pago.',
      ],
      facts: [
        { label: 'Plan', value: `${say.of(plan)} ${say.every(interval)}` },
        { label: 'Fecha', value: say.day(at) },
        ...(card ? [{ label: 'Tarjeta', value: say.card(card) }] : []),
        { label: 'Importe', value: say.money(amount), strong: true },
      ],
      button: 'Revisar mi suscripción',
      after: ['Puedes cambiar de plan, de tarjeta o cancelar antes de esa fecha.'],
    }),
    'renewal-receipt': ({ plan, number, paidAt, amount, balanceUsed, total, pdfUrl, nextPayment }, say) => ({
      ...(amount.amount > 0
        ? {
            subject: `Recibimos tu pago de ${say.money(amount)}`,
            preheader: `${say.of(plan)} sigue activo. Gracias.`,
            heading: 'Gracias por tu pago',
          }
        : balanceUsed.amount > 0
          ? {
              subject: 'Tu saldo a favor pagó tu renovación',
              preheader: `Usamos ${say.money(balanceUsed)} de tu saldo. No se cobró nada a tu tarjeta.`,
              heading: 'Tu saldo a favor pagó tu plan',
            }
          : {
              subject: `Tu plan ${say.of(plan)} se renovó sin cobro`,
              preheader: `${say.money(total)} es muy poco para cobrarse solo: se suma a tu próxima factura.`,
              heading: 'Tu plan se renovó y hoy no pagas nada',
            }),
      paragraphs: [
        `El plan ${say.of(plan)} de ${say.company} sigue activo.`,
        ...(amount.amount > 0
          ? []
          : balanceUsed.amount > 0
            ? ['No se cobró nada a tu tarjeta.']
            : ['El importe es muy poco para cobrarse solo: se suma a tu próxima factura.']),
      ],
      facts: [
        ...(number ? [{ label: 'Factura', value: number }] : []),
        { label: 'Fecha', value: say.day(paidAt) },
        ...(balanceUsed.amount > 0
          ? [
              { label: 'Total', value: say.money(total) },
              { label: 'Con tu saldo', value: `−${say.money(balanceUsed)}` },
            ]
          : []),
        {
          label: amount.amount > 0 ? 'Pagaste' : 'Cobrado a tu tarjeta',
          value: say.money(amount),
          strong: true,
        },
      ],
      button: 'Ver mis facturas',
      ...(pdfUrl && { document: { label: 'Descargar la factura (PDF)', url: pdfUrl } }),
      ...(nextPayment && {
        after: [`Tu próximo pago es de ${say.money(nextPayment.amount)} el ${say.day(nextPayment.at)}.`],
      }),
    }),
    'purchase-receipt': ({ quantity, unit, total, paidAt, reference }, say) => ({
      subject: `Tu compra: ${say.count(quantity)} encounters`,
      preheader: `Pagaste ${say.money(total)}. Ya están en camino a tu cuenta.`,
      heading: `Compraste ${say.count(quantity)} encounters`,
      paragraphs: [
        `Recibimos tu pago. Los encounters de ${say.company} se suman a tu cuenta en un momento y no vencen.`,
      ],
      facts: [
        { label: 'Fecha', value: say.day(paidAt) },
        { label: 'Encounters', value: say.count(quantity) },
        { label: 'Precio de cada uno', value: say.money(unit) },
        { label: 'Pagaste', value: say.money(total), strong: true },
      ],
      button: 'Ver mi cuenta',
      after: [`Referencia de la compra: ${reference}`],
    }),
    'licences-changed': ({ before, after, nextPayment }, say) => ({
      subject: `Ahora tienes ${say.count(after)} licencias`,
      preheader:
        after > before ? 'Ya puedes invitar a más personas.' : 'Tu próximo pago ya toma en cuenta el cambio.',
      heading: `Ahora tienes ${say.count(after)} licencias`,
      paragraphs: [
        after > before
          ? `${say.company} pasó de ${say.count(before)} a ${say.count(after)} licencias. Ya puedes invitar a más personas.`
          : `${say.company} pasó de ${say.count(before)} a ${say.count(after)} licencias.`,
        'No se cobró nada hoy: la diferencia por los días que quedan va en tu próxima factura.',
      ],
      ...(nextPayment && {
        facts: [
          { label: 'Próximo pago', value: say.day(nextPayment.at) },
          { label: 'Importe', value: say.money(nextPayment.amount), strong: true },
        ],
      }),
      button: 'Ver mis licencias',
    }),
  },
  en: {
    'renewal-reminder': ({ plan, interval, at, amount, card }, say) => ({
      subject: `Your ${say.of(plan)} plan renews ${say.away(at)}`,
      preheader: `${say.money(amount)} on ${say.day(at)}. There is nothing you need to do.`,
      heading: `Your plan renews ${say.away(at)}`,
      paragraphs: [
        amount.amount > 0
          ? 'There is nothing you need to do: the charge is automatic and your service goes on.'
          : 'There is nothing you need to do: your balance covers the payment.',
      ],
      facts: [
        { label: 'Plan', value: `${say.of(plan)}, ${say.every(interval)}` },
        { label: 'Date', value: say.day(at) },
        ...(card ? [{ label: 'Card', value: say.card(card) }] : []),
        { label: 'Amount', value: say.money(amount), strong: true },
      ],
      button: 'Review my subscription',
      after: ['You can change your plan or your card, or cancel, before that day.'],
    }),
    'renewal-receipt': ({ plan, number, paidAt, amount, balanceUsed, total, pdfUrl, nextPayment }, say) => ({
      ...(amount.amount > 0
        ? {
            subject: `We received your payment of ${say.money(amount)}`,
            preheader: `${say.of(plan)} stays active. Thank you.`,
            heading: 'Thank you for your payment',
          }
        : balanceUsed.amount > 0
          ? {
              subject: 'Your credit paid for your renewal',
              preheader: `We used ${say.money(balanceUsed)} of your balance. Nothing was charged to your card.`,
              heading: 'Your credit paid for your plan',
            }
          : {
              subject: `Your ${say.of(plan)} plan was renewed without a charge`,
              preheader: `${say.money(total)} is too little to be charged by itself: it is added to your next invoice.`,
              heading: 'Your plan was renewed, and you pay nothing today',
            }),
      paragraphs: [
        `The ${say.of(plan)} plan of ${say.company} stays active.`,
        ...(amount.amount > 0
          ? []
          : balanceUsed.amount > 0
            ? ['Nothing was charged to your card.']
            : ['The amount is too little to be charged by itself: it is added to your next invoice.']),
      ],
      facts: [
        ...(number ? [{ label: 'Invoice', value: number }] : []),
        { label: 'Date', value: say.day(paidAt) },
        ...(balanceUsed.amount > 0
          ? [
              { label: 'Total', value: say.money(total) },
              { label: 'From your balance', value: `−${say.money(balanceUsed)}` },
            ]
          : []),
        {
          label: amount.amount > 0 ? 'You paid' : 'Charged to your card',
          value: say.money(amount),
          strong: true,
        },
      ],
      button: 'See my invoices',
      ...(pdfUrl && { document: { label: 'Download the invoice (PDF)', url: pdfUrl } }),
      ...(nextPayment && {
        after: [`Your next payment is ${say.money(nextPayment.amount)} on ${say.day(nextPayment.at)}.`],
      }),
    }),
    'purchase-receipt': ({ quantity, unit, total, paidAt, reference }, say) => ({
      subject: `Your purchase: ${say.count(quantity)} encounters`,
      preheader: `You paid ${say.money(total)}. They are on their way to your account.`,
      heading: `You bought ${say.count(quantity)} encounters`,
      paragraphs: [
        `We received your payment. The encounters of ${say.company} are added to your account in a moment and never end.`,
      ],
      facts: [
        { label: 'Date', value: say.day(paidAt) },
        { label: 'Encounters', value: say.count(quantity) },
        { label: 'Price of each', value: say.money(unit) },
        { label: 'You paid', value: say.money(total), strong: true },
      ],
      button: 'See my account',
      after: [`Reference of the purchase: ${reference}`],
    }),
    'licences-changed': ({ before, after, nextPayment }, say) => ({
      subject: `You now have ${say.count(after)} licences`,
      preheader:
        after > before ? 'You can invite more people now.' : 'Your next payment counts with the change.',
      heading: `You now have ${say.count(after)} licences`,
      paragraphs: [
        after > before
          ? `${say.company} went from ${say.count(before)} to ${say.count(after)} licences. You can invite more people now.`
          : `${say.company} went from ${say.count(before)} to ${say.count(after)} licences.`,
        'Nothing was charged today: the difference for the days that are left is on your next invoice.',
      ],
      ...(nextPayment && {
        facts: [
          { label: 'Next payment', value: say.day(nextPayment.at) },
          { label: 'Amount', value: say.money(nextPayment.amount), strong: true },
        ],
      }),
      button: 'See my licences',
    }),
  },
}
