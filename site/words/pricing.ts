import { translated } from './translated.ts'

/** The pricing page of each catalogue. */
export const pricing = translated(
  {
    erp: {
      title: 'Precios del ERP: Básico, Pro y Enterprise | Waizant Billing',
      description:
        'Planes del ERP desde $999 MXN o $59 USD al mes. 15 % menos si pagas por año, 30 días gratis sin tarjeta y cancelación sin penalización.',
      heading: 'Elige el tamaño de tu ERP',
      lead: 'Todos los planes traen el ERP completo. Empiezas gratis por 30 días, con hasta 5 usuarios y sin dejar una tarjeta.',
      productName: (plan: string) => `Waizant ERP ${plan}`,
    },
    waizant: {
      title: 'Precios de Waizant: Lite, Plus y Premium | Waizant Billing',
      description:
        'Planes de la plataforma médica Waizant en dólares, por mes o por año con 20 % menos: agenda, encounters, calidad y facturación. Precios de ejemplo.',
      heading: 'Un plan para cada consultorio',
      lead: 'De la agenda y las etiquetas al ciclo completo de ingresos. Prueba todo lo de Premium por 30 días, sin tarjeta.',
      productName: (plan: string) => `Waizant ${plan}`,
    },
    sample: 'Precios de ejemplo',
    sampleText:
      'Las funciones son las publicadas de Waizant; las cifras de esta página son datos de muestra.',
    plansLabel: 'Planes',
    compareHeading: 'Compara función por función',
    answersHeading: 'Lo que conviene saber antes de elegir',
    askHeading: '¿Te queda una duda?',
    askText: 'Escríbenos qué necesita tu empresa y te respondemos con una propuesta.',
    ask: 'Hablar con ventas',
    currencyLabel: 'Moneda',
  },
  {
    erp: {
      title: 'ERP pricing: Basic, Pro and Enterprise | Waizant Billing',
      description:
        'ERP plans from $59 USD or $999 MXN a month. 15% less if you pay by the year, 30 days free without a card, and no penalty when you cancel.',
      heading: 'Choose the size of your ERP',
      lead: 'Every plan brings the complete ERP. Start free for 30 days, with up to 5 users and without leaving a card.',
      productName: (plan: string) => `Waizant ERP ${plan}`,
    },
    waizant: {
      title: 'Waizant pricing: Lite, Plus and Premium | Waizant Billing',
      description:
        'Plans of the Waizant medical platform in dollars, by the month or by the year for 20% less: schedule, encounters, quality and billing. Sample prices.',
      heading: 'A plan for every practice',
      lead: 'From the schedule and the labels to the whole revenue cycle. Try everything in Premium for 30 days, no card.',
      productName: (plan: string) => `Waizant ${plan}`,
    },
    sample: 'Sample prices',
    sampleText: 'The features are Waizant’s published ones; the figures on this page are sample data.',
    plansLabel: 'Plans',
    compareHeading: 'Compare feature by feature',
    answersHeading: 'Good to know before you choose',
    askHeading: 'Still a question?',
    askText: 'Write to us what your company needs and we answer with a proposal.',
    ask: 'Talk to sales',
    currencyLabel: 'Currency',
  },
)
