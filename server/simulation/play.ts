import fc from 'fast-check'
import { it } from 'vitest'
import type { Engine } from '../testing/store.ts'
import { live, lives } from './live.ts'
import { openTown } from './town.ts'

/** More lives in one town make its history longer; fewer lives mean more towns to create. */
const inOneTown = 50

/** The requested run, from `LIVES=2000 LIVES_SEED=7`: the same seed runs the same lives again. */
export interface LivesSettings {
  lives: number
  seed: number
  logLevel: string
}

/**
 * `npm test` runs the same lives every time, so that a failure stays until it is fixed; `npm run test:lives`
 * runs new ones.
 */
const defaultSeed = 20_261_114

export const livesSettings = ({ LIVES, LIVES_SEED, LOG_LEVEL }: NodeJS.ProcessEnv): LivesSettings => ({
  lives: Number(LIVES ?? 20),
  seed: Number(LIVES_SEED ?? (LIVES ? Date.now() % 1_000_000_000 : defaultSeed)),
  logLevel: LOG_LEVEL ?? 'silent',
})

/** The settings that run the same lives again. */
export const again = ({ lives, seed }: LivesSettings) =>
  `LIVES=${lives} LIVES_SEED=${seed} npm run test:lives`

/** One test for every town with its share of the lives; a failure shows the shortest life that fails. */
export const playLives = (engine: Engine, replicas: number, settings: LivesSettings, share: number) => {
  const { seed, logLevel } = settings
  const count = Math.round(settings.lives * share)
  for (let first = 0; first < count; first += inOneTown) {
    const numRuns = Math.min(inOneTown, count - first)
    it(
      `money adds up at the end of lives ${first + 1} to ${first + numRuns} (${again(settings)})`,
      async () => {
        const town = await openTown(engine, replicas, logLevel)
        try {
          await fc.assert(
            fc.asyncProperty(lives, ([begin, steps]) => live(town, begin, steps)),
            { seed: seed + first, numRuns, interruptAfterTimeLimit: longestMs, markInterruptAsFailure: true },
          )
        } finally {
          await town.close()
        }
      },
      longestMs * 2,
    )
  }
}

/** Long enough to also find the shortest failing life. */
const longestMs = 15 * 60 * 1000
