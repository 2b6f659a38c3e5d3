import type { Locale } from '#contract/locale'
import type { MessageKind } from '../../mail/kinds.ts'
import type { MailTemplates } from '../../mail/template.ts'
import { leaving } from './cancellation.ts'
import { owing } from './dunning.ts'
import { beginning } from './onboarding.ts'
import { changing } from './plan-changes.ts'
import { paying } from './receipts.ts'

const inLocale = (locale: Locale): MailTemplates<MessageKind> => ({
  ...beginning[locale],
  ...paying[locale],
  ...changing[locale],
  ...owing[locale],
  ...leaving[locale],
})

/** Every kind of message in every language. */
export const letters: Record<Locale, MailTemplates<MessageKind>> = {
  'es-MX': inLocale('es-MX'),
  en: inLocale('en'),
}
