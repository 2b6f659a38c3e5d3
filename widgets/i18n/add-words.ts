import type { AccountWords } from './es-mx/account.ts'
import type { ActionWords } from './es-mx/actions.ts'
import type { BalanceWords } from './es-mx/balance.ts'
import type { BillingWords } from './es-mx/billing.ts'
import type { BuyingWords } from './es-mx/buying.ts'
import type { CancellationWords } from './es-mx/cancellation.ts'
import type { CardWords } from './es-mx/card.ts'
import type { ChangeWords } from './es-mx/change.ts'
import type { ComparisonWords } from './es-mx/comparison.ts'
import type { EncounterWords } from './es-mx/encounters.ts'
import type { FormWords } from './es-mx/forms.ts'
import type { LicenceWords } from './es-mx/licences.ts'
import type { LivePriceWords } from './es-mx/live-prices.ts'
import type { NoticeWords } from './es-mx/notice.ts'
import type { OfficeWords } from './es-mx/office.ts'
import type { PanelWords } from './es-mx/panel.ts'
import type { PlanWords } from './es-mx/plans.ts'
import type { PurchaseWords } from './es-mx/purchase.ts'
import type { SeatWords } from './es-mx/seats.ts'
import type { SettingsWords } from './es-mx/settings.ts'
import { $added } from './namespace.ts'

/** All texts of the product by area; es-MX is the source, so a key that a translation lacks is a type error. */
export interface AllWords {
  plans: PlanWords
  comparison: ComparisonWords
  livePrices: LivePriceWords
  actions: ActionWords
  forms: FormWords
  balance: BalanceWords
  change: ChangeWords
  purchase: PurchaseWords
  encounters: EncounterWords
  buying: BuyingWords
  licences: LicenceWords
  seats: SeatWords
  card: CardWords
  panel: PanelWords
  billing: BillingWords
  notice: NoticeWords
  account: AccountWords
  cancellation: CancellationWords
  settings: SettingsWords
  office: OfficeWords
}

/**
 * Adds a language or replaces single texts, without a build: `addWords('es-MX', { plans: { contact: 'Hablemos' } })`.
 */
export const addWords = (tag: string, words: { [A in keyof AllWords]?: Partial<AllWords[A]> }): void => {
  // Number and date formats accept no other spelling of a language tag.
  const locale = tag.replaceAll('_', '-')
  const known = $added.get()
  const own = { ...known[locale] }
  for (const [area, some] of Object.entries(words)) own[area] = { ...own[area], ...some }
  $added.set({ ...known, [locale]: own })
}
