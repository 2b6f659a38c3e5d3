import type { Locale } from '#contract/locale'
import type { Finding, FindingCode } from '../billing/catalogue/version-rules.ts'

/** The texts for a field of a plan version. `{fact}` is filled in. */
const words: Record<FindingCode, Record<Locale, string>> = {
  unknown: { 'es-MX': 'El catálogo no tiene este dato.', en: 'The catalogue does not have this.' },
  'unknown-currency': {
    'es-MX': 'El catálogo no se vende en esta moneda.',
    en: 'The catalogue is not sold in this currency.',
  },
  'ends-before-start': {
    'es-MX': 'El fin debe ser posterior al inicio.',
    en: 'The end must come after the start.',
  },
  'duplicate-package': {
    'es-MX': 'Ya hay un paquete con esta cantidad.',
    en: 'There is a package of this quantity already.',
  },
  'total-too-large': {
    'es-MX': 'El total del paquete pasa de 999,999.99, lo máximo que se puede cobrar.',
    en: 'The package’s total is above 999,999.99, the most that can be charged.',
  },
  'text-missing': { 'es-MX': 'Falta este texto.', en: 'This text is missing.' },
  'price-missing': { 'es-MX': 'Falta el precio en {currency}.', en: 'The price in {currency} is missing.' },
  'price-too-small': {
    'es-MX': 'Es menos de lo mínimo que se puede cobrar.',
    en: 'This is below the least that can be charged.',
  },
  'year-above-twelve-months': {
    'es-MX': 'El año cuesta más que doce meses.',
    en: 'The year costs more than twelve months.',
  },
  'year-below-month': {
    'es-MX': 'El año cuesta menos que un mes.',
    en: 'The year costs less than one month.',
  },
  'packages-missing': {
    'es-MX': 'Falta al menos un paquete en esta tabla.',
    en: 'This table needs at least one package.',
  },
  'unit-missing': { 'es-MX': 'Falta el precio por unidad.', en: 'The price of a unit is missing.' },
  'number-used': {
    'es-MX': 'Este número ya se usó. El siguiente libre es {next}.',
    en: 'This number was used already. The next free one is {next}.',
  },
  overlap: {
    'es-MX': 'Se cruza con las fechas de la versión {number}.',
    en: 'This overlaps with the dates of version {number}.',
  },
}

/** The text of a finding. */
export const findingText = ({ code, facts = {} }: Finding, locale: Locale): string =>
  words[code][locale].replaceAll(/\{(\w+)\}/g, (_, fact: string) => facts[fact] ?? '')
