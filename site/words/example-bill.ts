import { translated } from './translated.ts'

/** The bill of a plan change on the home page. */
export const exampleBillWords = translated(
  {
    title: 'Cambio de plan',
    change: (from: string, to: string) => `De ${from} a ${to}`,
    periodLabel: (days: number, used: number, left: number) =>
      `Periodo de ${days} días: ${used} usados, quedan ${left}`,
    used: (days: number, plan: string) => `${days} días en ${plan}`,
    left: (days: number, plan: string) => `${days} días en ${plan}`,
    credit: (plan: string, days: number) => `${plan}, ${days} días que no usarás`,
    charge: (plan: string, days: number) => `${plan}, los ${days} días que quedan`,
    dueNow: 'Hoy pagas',
    next: (amount: string) => `Después, ${amount} cada mes, el mismo día de siempre.`,
    caption: (day: number, days: number) =>
      `Ejemplo con los precios de hoy: un cambio el día ${day} de un mes de ${days}.`,
  },
  {
    title: 'Plan change',
    change: (from: string, to: string) => `From ${from} to ${to}`,
    periodLabel: (days: number, used: number, left: number) =>
      `Period of ${days} days: ${used} used, ${left} left`,
    used: (days: number, plan: string) => `${days} days on ${plan}`,
    left: (days: number, plan: string) => `${days} days on ${plan}`,
    credit: (plan: string, days: number) => `${plan}, ${days} days you will not use`,
    charge: (plan: string, days: number) => `${plan}, the ${days} days that are left`,
    dueNow: 'Due today',
    next: (amount: string) => `Then ${amount} each month, on the same day as always.`,
    caption: (day: number, days: number) =>
      `An example with today’s prices: a change on day ${day} of a ${days}-day month.`,
  },
)
