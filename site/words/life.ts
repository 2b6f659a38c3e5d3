import { translated } from './translated.ts'

/** The stages of an ERP subscription and the rule that applies in each. */
export const life = translated(
  [
    {
      name: 'Pruebas',
      when: 'Día 1 a 30',
      text: 'Todas las funciones, hasta 5 usuarios, sin tarjeta. Si no sigues, tus datos esperan 30 días más.',
    },
    {
      name: 'Contratas',
      when: 'Cuando quieras',
      text: 'Cada mes, el mismo día; o una vez al año, con 15 % menos. En pesos o en dólares.',
    },
    {
      name: 'Te avisamos',
      when: '7, 3 y 1 días antes',
      text: 'Un recordatorio antes de cada cobro. Si pagas por año: 30, 15 y 7 días antes.',
    },
    {
      name: 'Cambias',
      when: 'Al momento, o al corte',
      text: 'Subir es inmediato y pagas solo los días que quedan. Bajar ocurre al final del periodo.',
    },
    {
      name: 'Te despides',
      when: 'Sin penalización',
      text: 'Entras hasta el último día pagado, exportas tus datos y los guardamos 90 días por si vuelves.',
    },
  ],
  [
    {
      name: 'You try',
      when: 'Days 1 to 30',
      text: 'Every feature, up to 5 users, no card. If you stop there, your data waits 30 days more.',
    },
    {
      name: 'You subscribe',
      when: 'When you like',
      text: 'Each month on the same day; or once a year for 15% less. In pesos or in dollars.',
    },
    {
      name: 'We remind you',
      when: '7, 3 and 1 days before',
      text: 'A reminder ahead of every charge. If you pay by the year: 30, 15 and 7 days before.',
    },
    {
      name: 'You change',
      when: 'At once, or at period end',
      text: 'Moving up is immediate and you pay only for the days left. Moving down happens when the period ends.',
    },
    {
      name: 'You leave',
      when: 'No penalty',
      text: 'You have access to the last day you paid for, export your data, and we keep it 90 days in case you return.',
    },
  ],
)
