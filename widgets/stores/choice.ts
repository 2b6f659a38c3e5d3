import { atom, type WritableAtom } from 'nanostores'
import type { Interval } from '#contract/money'

/** What a visitor picked in one element and every other one of the page follows. */
export interface Choice {
  interval?: Interval | undefined
  currency?: string | undefined
}

const choices = new Map<string, WritableAtom<Choice>>()

/** Of one catalogue on one server. */
export const choiceOf = (catalogue: string): WritableAtom<Choice> => {
  const choice = choices.get(catalogue) ?? atom<Choice>({})
  choices.set(catalogue, choice)
  return choice
}
