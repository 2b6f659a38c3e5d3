import type { PlanChangeQuote } from '#contract/plan-change'
/** What a person may do in the dialog: its views only say when. */
export interface Actions {
  /** Asks again for what this customer has. */
  load: () => void
  /** Another plan or interval is picked. */
  pick: (event: Event) => void
  /** Asks what the picked plan costs, and shows it. */
  review: (event: Event) => void
  /** The same, for what is shown. */
  again: () => void
  /** Confirms the quote that is shown. */
  confirm: (shown: PlanChangeQuote | undefined) => void
  /** Goes on with what waits for its end. */
  resume: () => void
  back: () => void
  card: () => void
  undo: () => void
  close: () => void
}
