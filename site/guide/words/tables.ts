import { translated } from '../../words/translated.ts'

/** The headings of the tables that are generated from the product's data. */
export const tableWords = translated(
  {
    setting: 'Variable',
    decides: 'Qué decide',
    usual: 'Si falta',
    needed: '**obligatoria**',
    code: 'Código',
    status: 'HTTP',
    says: 'Lo que lee la persona',
    do: 'Qué hacer',
  },
  {
    setting: 'Setting',
    decides: 'What it decides',
    usual: 'When absent',
    needed: '**required**',
    code: 'Code',
    status: 'HTTP',
    says: 'What a person reads',
    do: 'What to do',
  },
)
