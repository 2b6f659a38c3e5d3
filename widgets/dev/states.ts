import { planChangeStates } from './plan-change.states.ts'
import type { State } from './state.ts'

/** Every state of every element for customers; the page that shows them is `/dev/elements`. */
export const states: readonly State<never>[] = [...planChangeStates]
