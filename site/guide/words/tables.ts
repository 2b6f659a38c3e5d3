import { translated } from '../../words/translated.ts'

/** The heads of the tables that are made of what the product says of itself. */
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
