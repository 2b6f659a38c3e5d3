import type { Locale } from '#contract/locale'
import { numberText } from '#contract/number-text'
import type { PlanChangeQuote, Remark } from '#contract/plan-change'
import { planChangeWords } from '../../words/plan-change.ts'
import { lastDayText } from '../calendar/date-text.ts'

/** The immediate effect of a change on an ecosystem's encounters. */
export interface EncounterEffect {
  /** How many are granted, or removed when negative. */
  change: number
  until: Date
  bought: number
}

type Remarks = { gains: Remark[]; losses: Remark[]; keeps: Remark[] }

/** The effect as part of a quote. */
export const encountersOf = (effect: EncounterEffect | null): Pick<PlanChangeQuote, 'encounters'> =>
  effect ? { encounters: { ...effect, until: effect.until.toISOString() } } : {}

/** The remarks about it, for the customer. */
export const encounterRemarks = (
  effect: EncounterEffect | null,
  locale: Locale,
  timeZone: string,
): Remarks => {
  const { change, until, bought } = effect ?? { change: 0, until: new Date(0), bought: 0 }
  const words = planChangeWords[locale]
  const count = (quantity: number) => numberText(quantity, locale)
  const say = (isSaid: boolean, text: () => string): Remark[] =>
    isSaid ? [{ code: 'encounters', text: text() }] : []
  return {
    gains: say(change > 0, () => words.granted(count(change), lastDayText(until, locale, timeZone))),
    losses: say(change < 0, () => words.takenBack(count(-change))),
    keeps: say(change < 0 && bought > 0, () => words.kept(count(bought))),
  }
}
