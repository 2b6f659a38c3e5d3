import type { Billing } from '#contract/billing'
import { dayOf } from '../../i18n/day-text.ts'
import type { CancellationWords } from '../../i18n/es-mx/cancellation.ts'

export type Reason = keyof CancellationWords['reasons']

/** What the steps of a cancellation show, and the texts for it. */
export interface Spoken {
  words: CancellationWords
  language: string
  billing: Billing
}

/** What a person may do; the steps only decide when. */
export interface Actions {
  /** To the reasons, from the step before or after them. */
  ask: () => void
  pick: () => void
  submitReason: (event: SubmitEvent) => void
  leave: () => void
  changeCard: () => void
  save: () => void
  close: () => void
}

/** Something that ends at midnight ends with the day before. */
export const lastDay = (end: string, { language, billing }: Spoken): string =>
  dayOf(new Date(new Date(end).getTime() - 1).toISOString(), language, billing, 'always')
