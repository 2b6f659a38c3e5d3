import type { Billing } from '#contract/billing'
import { dayOf } from '../../i18n/day-text.ts'
import type { CancellationWords } from '../../i18n/es-mx/cancellation.ts'

export type Reason = keyof CancellationWords['reasons']

/** What the steps of leaving speak of, and how. */
export interface Spoken {
  words: CancellationWords
  language: string
  billing: Billing
}

/** What a person may do: the steps only say when. */
export interface Actions {
  /** To the reasons, from before or from after them. */
  ask: () => void
  pick: () => void
  tell: (event: SubmitEvent) => void
  leave: () => void
  changeCard: () => void
  save: () => void
  close: () => void
}

/** What ends at a midnight ends with the day before. */
export const lastDay = (end: string, { language, billing }: Spoken): string =>
  dayOf(new Date(new Date(end).getTime() - 1).toISOString(), language, billing, 'always')
