import type { Locale } from '#contract/locale'
import type { MessageKind } from '../../mail/kinds.ts'
import type { Letters } from '../../mail/letter.ts'
import { beginning } from './beginning.ts'
import { changing } from './changing.ts'
import { leaving } from './leaving.ts'
import { owing } from './owing.ts'
import { paying } from './paying.ts'

const inLocale = (locale: Locale): Letters<MessageKind> => ({
  ...beginning[locale],
  ...paying[locale],
  ...changing[locale],
  ...owing[locale],
  ...leaving[locale],
})

/** Every kind of message in every language. */
export const letters: Record<Locale, Letters<MessageKind>> = {
  'es-MX': inLocale('es-MX'),
  en: inLocale('en'),
}
