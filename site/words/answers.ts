import type { Locale } from '../routes.ts'

export type Answer = {
  readonly question: string
  readonly answer: string
  /** Shown only where the server offers that gateway. */
  readonly withMercadoPago?: string
}

/** Questions that people ask before they choose, per catalogue: the rules of its billing policy in plain words. */
export const answers: Record<'erp' | 'waizant', Record<Locale, readonly Answer[]>> = {
  erp: {
    'es-MX': [
      {
        question: '¿Cómo funciona la prueba?',
        answer:
          'Tienes 30 días con todas las funciones y hasta 5 usuarios. No pedimos tarjeta. Si al terminar no contratas, la cuenta se suspende, tus datos se conservan 30 días más y puedes reactivarla en cualquier momento.',
      },
      {
        question: '¿Qué pago y cuándo?',
        answer:
          'Si pagas por mes, el cobro llega el mismo día de cada mes. Si pagas por año, una vez al año, el día en que contrataste, con 15 % de descuento ya aplicado. Te recordamos cada cobro con anticipación: 7, 3 y 1 días antes, o 30, 15 y 7 si es anual.',
      },
      {
        question: '¿Con qué puedo pagar?',
        answer:
          'Con tarjeta de crédito o débito, en pesos mexicanos o en dólares. Tu tarjeta la guarda la pasarela de pago, nunca nosotros.',
        withMercadoPago: 'En pesos, también en OXXO o por transferencia con Mercado Pago.',
      },
      {
        question: '¿Puedo cambiar de plan?',
        answer:
          'Sí. Al subir de Básico a Pro o a Enterprise el cambio es inmediato: pagas la parte que corresponde a los días que quedan, sin penalización. Al bajar, el cambio ocurre al final del periodo que ya pagaste, después de revisar que tus usuarios caben en el nuevo plan.',
      },
      {
        question: '¿Qué pasa si somos más usuarios?',
        answer:
          'Te avisamos al llegar a 9 de 10 usuarios en Básico y a 45 de 50 en Pro. Entonces puedes pasar al siguiente plan; en Enterprise no hay límite.',
      },
      {
        question: '¿Recibo factura?',
        answer: 'Sí: factura CFDI 4.0 de cada pago, por correo y en tu panel.',
      },
      {
        question: '¿Y si cancelo?',
        answer:
          'No hay penalización. Conservas el acceso hasta el final del periodo pagado, puedes exportar tus datos y los guardamos 90 días. Reactivar es posible en cualquier momento.',
      },
      {
        question: '¿Y si un cobro no pasa?',
        answer:
          'Tienes 3 días para resolverlo antes de que la cuenta se suspenda. Tus datos se conservan 30 días y, al pagar, la cuenta se reactiva sola.',
      },
    ],
    en: [
      {
        question: 'How does the trial work?',
        answer:
          'You have 30 days with every feature and up to 5 users. We ask for no card. If you do not subscribe when it ends, the account is suspended, your data is kept for 30 days more, and you can reactivate it at any time.',
      },
      {
        question: 'What do I pay, and when?',
        answer:
          'By the month, you are charged on the same day of each month. By the year, once a year on the day you subscribed, with the 15% discount already applied. We remind you ahead of every charge: 7, 3 and 1 days before, or 30, 15 and 7 when it is yearly.',
      },
      {
        question: 'How can I pay?',
        answer:
          'With a credit or debit card, in Mexican pesos or US dollars. The payment provider keeps your card; we never do.',
        withMercadoPago: 'In pesos, also at OXXO or by bank transfer through Mercado Pago.',
      },
      {
        question: 'Can I change plans?',
        answer:
          'Yes. Moving up from Basic to Pro or Enterprise is immediate: you pay the part that belongs to the days left, with no penalty. Moving down happens at the end of the period you already paid for, after checking that your users fit in the new plan.',
      },
      {
        question: 'What if we become more users?',
        answer:
          'We let you know at 9 of 10 users on Basic and at 45 of 50 on Pro. Then you can move to the next plan; Enterprise has no limit.',
      },
      {
        question: 'Do I get an invoice?',
        answer: 'Yes: a Mexican CFDI 4.0 invoice of every payment, by email and in your panel.',
      },
      {
        question: 'And if I cancel?',
        answer:
          'There is no penalty. You keep access to the end of the period you paid for, you can export your data, and we keep it for 90 days. You can reactivate at any time.',
      },
      {
        question: 'And if a charge fails?',
        answer:
          'You have 3 days to put it right before the account is suspended. Your data is kept for 30 days, and the account reactivates by itself when you pay.',
      },
    ],
  },
  waizant: {
    'es-MX': [
      {
        question: '¿Cómo funciona la prueba?',
        answer:
          'La prueba gratis tiene todo lo de Premium por 30 días, con 5 licencias y sin tarjeta. Al terminar eliges Lite, Plus o Premium y sigues donde estabas.',
      },
      {
        question: '¿Qué día se cobra?',
        answer:
          'El día 1 de cada mes. Cuando contratas a mitad de mes, primero pagas solo los días que faltan para el siguiente día 1. En el plan anual, esos días y después doce meses desde ese día 1, con 20 % de descuento. Si esos días cuestan menos de lo que se puede cobrar a una tarjeta, son gratis.',
      },
      {
        question: '¿Qué es un encounter?',
        answer:
          'Un crédito de uso prepagado. Plus y Premium incluyen algunos cada mes, y los que sobran terminan con el mes. Puedes comprar más en paquetes: mientras mayor el paquete, menor el precio de cada uno. Se cobran al momento y no vencen.',
      },
      {
        question: '¿Puedo agregar usuarios?',
        answer:
          'Sí. Cada plan incluye 5 licencias. Las que agregues se prorratean al segundo y se suman a la factura del siguiente día 1, sin un cobro aparte.',
      },
      {
        question: '¿Puedo cambiar de plan?',
        answer:
          'Sí, al momento. Lo que no usaste de tu plan se vuelve crédito y paga primero el plan nuevo; lo que sobra queda como saldo a favor para tus siguientes mensualidades.',
      },
      {
        question: '¿Cómo pago y recibo mi factura?',
        answer:
          'Con tarjeta de crédito o débito, en dólares. Tu tarjeta la guarda la pasarela de pago, nunca nosotros. Cada factura queda en tu panel, con su PDF.',
      },
      {
        question: '¿Y si un cobro no pasa?',
        answer:
          'Tienes 3 días para resolverlo antes de que la cuenta se suspenda. Tus datos se conservan 30 días y, al pagar, la cuenta se reactiva sola.',
      },
      {
        question: '¿Y si cancelo?',
        answer:
          'Conservas el acceso hasta el final del periodo pagado, puedes exportar tus datos y los guardamos 90 días. Reactivar es posible en cualquier momento.',
      },
    ],
    en: [
      {
        question: 'How does the trial work?',
        answer:
          'The Free Trial has everything in Premium for 30 days, with 5 licences and no card. When it ends you choose Lite, Plus or Premium and go on where you were.',
      },
      {
        question: 'On which day am I charged?',
        answer:
          'On the 1st of each month. When you subscribe in the middle of a month, you first pay only the days until the next 1st. On the yearly plan, those days and then twelve months from that 1st, for 20% less. If those days cost less than a card can be charged, they are free.',
      },
      {
        question: 'What is an encounter?',
        answer:
          'A prepaid usage credit. Plus and Premium include some each month, and what is left ends with the month. You can buy more in packages: the larger the package, the lower the price of each. They are charged at once and never end.',
      },
      {
        question: 'Can I add users?',
        answer:
          'Yes. Each plan includes 5 licences. Those you add are prorated to the second and join the invoice of the next 1st, without a charge of their own.',
      },
      {
        question: 'Can I change plans?',
        answer:
          'Yes, at once. What you did not use of your plan becomes credit and pays the new plan first; what remains is kept as a balance for your next subscription charges.',
      },
      {
        question: 'How do I pay and get my invoice?',
        answer:
          'With a credit or debit card, in dollars. The payment provider keeps your card; we never do. Every invoice is in your panel, with its PDF.',
      },
      {
        question: 'And if a charge fails?',
        answer:
          'You have 3 days to put it right before the account is suspended. Your data is kept for 30 days, and the account reactivates by itself when you pay.',
      },
      {
        question: 'And if I cancel?',
        answer:
          'You keep access to the end of the period you paid for, you can export your data, and we keep it for 90 days. You can reactivate at any time.',
      },
    ],
  },
}
