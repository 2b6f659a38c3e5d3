import fc from 'fast-check'
import { it } from 'vitest'
import type { Engine } from '../testing/store.ts'
import { live, lives } from './live.ts'
import { openTown } from './town.ts'

/** The more live in one town, the longer is what it remembers; the fewer, the more often one is founded. */
const inOneTown = 50

/** What is asked for, as `LIVES=2000 LIVES_SEED=7`: the same seed plays the same lives again. */
export interface Wish {
  lives: number
  seed: number
  logLevel: string
}

export const wishFrom = ({ LIVES, LIVES_SEED, LOG_LEVEL }: NodeJS.ProcessEnv): Wish => ({
  lives: Number(LIVES ?? 100),
  seed: Number(LIVES_SEED ?? Date.now() % 1_000_000_000),
  logLevel: LOG_LEVEL ?? 'silent',
})

/** A test for every town; a failing one shows the shortest life that fails, and the seed that finds it again. */
export const playLives = (engine: Engine, replicas: number, { lives: count, seed, logLevel }: Wish) => {
  for (let first = 0; first < count; first += inOneTown) {
    const numRuns = Math.min(inOneTown, count - first)
    const own = seed + first
    it(
      `money adds up at the end of ${numRuns} lives (LIVES=${numRuns} LIVES_SEED=${own})`,
      async () => {
        const town = await openTown(engine, replicas, logLevel)
        try {
          await fc.assert(
            fc.asyncProperty(lives, ([begin, steps]) => live(town, begin, steps)),
            { seed: own, numRuns, interruptAfterTimeLimit: longestMs, markInterruptAsFailure: true },
          )
        } finally {
          await town.close()
        }
      },
      longestMs * 2,
    )
  }
}

/** Time enough to find the shortest failing life, too. */
const longestMs = 15 * 60 * 1000
