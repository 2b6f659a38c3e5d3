import type { Locale } from '#contract/locale'

interface PlanChangeWords {
  included: (name: string, before: string, after: string) => string
  /** For what is included each month. */
  monthly: (name: string, before: string, after: string) => string
  granted: (count: string, lastDay: string) => string
  takenBack: (count: string) => string
  kept: (count: string) => string
  unlimited: string
  credit: (what: string) => string
  charge: (what: string) => string
  fresh: (what: string) => string
  licences: (count: number, plan: string) => string
  debt: string
  discount: string
  tax: string
  invoice: (number: string) => string
  period: (what: string, first: string, last: string) => string
  service: (units: number, name: string) => string
  services: string
}

export const planChangeWords: Record<Locale, PlanChangeWords> = {
  'es-MX': {
    included: (name, before, after) => `${name} incluidos: ${before} → ${after}`,
    monthly: (name, before, after) => `${name} al mes: ${before} → ${after}`,
    granted: (count, lastDay) => `${count} encounters hoy, para usar hasta el ${lastDay}`,
    takenBack: (count) => `Hoy, ${count} encounters incluidos que no usaste`,
    kept: (count) => `Tus ${count} encounters comprados: no vencen`,
    unlimited: 'sin límite',
    credit: (what) => `Tiempo sin usar de ${what}`,
    charge: (what) => `${what} por el resto del periodo`,
    fresh: (what) => `${what} por el periodo que empieza`,
    licences: (count, plan) =>
      count === 1 ? `1 licencia adicional de ${plan}` : `${count} licencias adicionales de ${plan}`,
    debt: 'Importe pendiente de una factura anterior',
    discount: 'Descuento',
    tax: 'Impuestos',
    invoice: (number) => `Factura ${number}`,
    period: (what, first, last) =>
      first === last ? `${what}, el ${first}` : `${what}, del ${first} al ${last}`,
    service: (units, name) => `${units} × ${name}`,
    services: 'Servicios usados a la fecha',
  },
  en: {
    included: (name, before, after) => `${name} included: ${before} → ${after}`,
    monthly: (name, before, after) => `${name} a month: ${before} → ${after}`,
    granted: (count, lastDay) => `${count} encounters today, to use until ${lastDay}`,
    takenBack: (count) => `Today, ${count} included encounters that you did not use`,
    kept: (count) => `Your ${count} bought encounters: they never end`,
    unlimited: 'unlimited',
    credit: (what) => `Unused time on ${what}`,
    charge: (what) => `${what} for the rest of the period`,
    fresh: (what) => `${what} for the period that begins`,
    licences: (count, plan) =>
      count === 1 ? `1 additional ${plan} licence` : `${count} additional ${plan} licences`,
    debt: 'Left over from an earlier invoice',
    discount: 'Discount',
    tax: 'Tax',
    invoice: (number) => `Invoice ${number}`,
    period: (what, first, last) => (first === last ? `${what}, on ${first}` : `${what}, ${first} to ${last}`),
    service: (units, name) => `${units} × ${name}`,
    services: 'Services used to date',
  },
}
