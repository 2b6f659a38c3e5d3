import type fc from 'fast-check'
import type { Life, Promised } from './life.ts'

export type Step = fc.AsyncCommand<Promised, Life>

/** A step of a life; `words` are what a counterexample shows. */
export const step = (
  words: string,
  run: (promised: Promised, life: Life) => Promise<void>,
  check: (promised: Readonly<Promised>) => boolean = () => true,
): Step => ({
  check: (promised) => !promised.isGone && check(promised),
  run: async (promised, life) => {
    await run(promised, life)
    if (!promised.hurries) await life.town.settled()
  },
  toString: () => words,
})
