import { translated } from './translated.ts'

export const home = translated(
  {
    title: 'Waizant Billing: sabes cuánto pagas antes de pagar',
    description:
      'Un ERP completo con precios claros en pesos o dólares: 30 días gratis sin tarjeta, cambios de plan explicados línea por línea y cancelación sin penalización.',
    heading: 'Sabes cuánto pagas antes de pagar.',
    lead: 'Un ERP completo para tu negocio, con precios claros en pesos o en dólares. Empiezas con 30 días gratis, sin tarjeta. Y cuando cambias de plan, ves la cuenta línea por línea antes de decir que sí.',
    seePlans: 'Ver planes y precios',
    tryFree: 'Probar 30 días gratis',
    plansHeading: 'Tres tamaños del mismo ERP',
    plansLead:
      'Punto de venta, inventario, facturación CFDI y reportes están en todos. Lo que cambia es cuánta gente cabe y quién te responde.',
    perMonth: 'al mes',
    quote: 'A tu medida',
    comparePlans: 'Comparar todo, función por función',
    medicalPrompt: '¿Tienes un consultorio o una clínica?',
    medicalLink: 'Planes de la plataforma médica Waizant',
    lifeHeading: 'Sin sorpresas, del primer día al último',
    lifeLead: 'Las reglas de tu suscripción, en el orden en que te van a importar.',
    embedHeading: 'Esta tabla de precios también cabe en tu página',
    embedLead:
      'Si vendes software, dos etiquetas muestran tus planes y los cobran. Es el mismo componente que dibuja los precios de este sitio.',
    snippetLabel: 'Código para incrustar la tabla de planes',
    facts: [
      {
        name: 'Se lee sin JavaScript',
        text: 'El servidor puede entregar los precios ya dibujados; los botones son enlaces que funcionan.',
      },
      {
        name: 'Pesa poco',
        text: 'Menos de 12 kB desde la etiqueta hasta los planes en pantalla, con una sola petición.',
      },
      {
        name: 'Habla claro',
        text: 'Español e inglés, pesos y dólares, teclado y lector de pantalla, claro y oscuro.',
      },
    ],
    readGuide: 'Leer la guía',
    trustHeading: 'Tu dinero y tus datos, bien cuidados',
    trustLead: 'Lo que hacemos para protegerlos lo puedes comprobar tú.',
    trustLink: 'Ver todo sobre seguridad',
    closeHeading: 'Pruébalo con tu propio negocio',
    closeLead: '30 días, todas las funciones, hasta 5 usuarios. Sin tarjeta.',
  },
  {
    title: 'Waizant Billing: know what you pay before you pay',
    description:
      'A complete ERP with clear prices in pesos or dollars: 30 days free without a card, plan changes explained line by line, and no penalty when you leave.',
    heading: 'Know what you pay before you pay.',
    lead: 'A complete ERP for your business, with clear prices in pesos or dollars. Start with 30 days free, no card. And when you change plans, you see the bill line by line before you say yes.',
    seePlans: 'See plans and prices',
    tryFree: 'Try it free for 30 days',
    plansHeading: 'Three sizes of the same ERP',
    plansLead:
      'Point of sale, inventory, CFDI invoicing and reports are in all of them. What changes is how many people fit and who answers you.',
    perMonth: 'a month',
    quote: 'Made for you',
    comparePlans: 'Compare everything, feature by feature',
    medicalPrompt: 'Do you run a practice or a clinic?',
    medicalLink: 'Plans of the Waizant medical platform',
    lifeHeading: 'No surprises, from the first day to the last',
    lifeLead: 'The rules of your subscription, in the order in which they will matter to you.',
    embedHeading: 'This price table fits on your page, too',
    embedLead:
      'If you sell software, two tags show your plans and charge for them. It is the very component that draws the prices of this site.',
    snippetLabel: 'Code that embeds the plan table',
    facts: [
      {
        name: 'Readable without JavaScript',
        text: 'The server can deliver the prices already drawn; the buttons are links that work.',
      },
      { name: 'Light', text: 'Less than 12 kB from the tag to the plans on screen, with a single request.' },
      {
        name: 'Plain spoken',
        text: 'Spanish and English, pesos and dollars, keyboard and screen reader, light and dark.',
      },
    ],
    readGuide: 'Read the guide',
    trustHeading: 'Your money and your data, in good hands',
    trustLead: 'What we do to protect them you can check yourself.',
    trustLink: 'All about security',
    closeHeading: 'Try it with your own business',
    closeLead: '30 days, every feature, up to 5 users. No card.',
  },
)
