import { atom, type WritableAtom } from 'nanostores'
import type { Interval } from '#contract/money'

/** The interval and currency that a visitor picked; all elements of the page follow them. */
export interface Choice {
  interval?: Interval | undefined
  currency?: string | undefined
}

const choices = new Map<string, WritableAtom<Choice>>()

/** The choice for one catalogue on one server. */
export const choiceOf = (catalogue: string): WritableAtom<Choice> => {
  const choice = choices.get(catalogue) ?? atom<Choice>({})
  choices.set(catalogue, choice)
  return choice
}
