import type { PlanChangeQuote } from '#contract/plan-change'
/** What a person may do in the dialog; its views only decide when. */
export interface Actions {
  /** Reads the customer's plan again. */
  load: () => void
  /** Picks another plan or interval. */
  pick: (event: Event) => void
  /** Requests the price of the picked plan and shows it. */
  review: (event: Event) => void
  /** Requests the price of the shown change again. */
  again: () => void
  /** Confirms the quote that is shown. */
  confirm: (shown: PlanChangeQuote | undefined) => void
  /** Continues a payment that is still open. */
  resume: () => void
  back: () => void
  card: () => void
  undo: () => void
  close: () => void
}
