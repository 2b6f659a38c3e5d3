/** The results of a bench: printed, and stored in `bench/results/<part>.json` for the guide's page of speed. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, writeFileSync } from 'node:fs'
import { availableParallelism, totalmem } from 'node:os'
import { join } from 'node:path'

export type Unit = 'ratio' | 'ms' | 's' | 'bytes' | 'shift' | 'per-second' | 'count'

export interface Result {
  what: string
  value: number
  unit: Unit
  /** An upper bound. */
  aim?: number
  /** A lower bound. */
  least?: number
}

type Bounds = Pick<Result, 'aim' | 'least'>

/** Where and when it was measured, in general terms. */
export interface Conditions {
  at: string
  commit: string | null
  node: string
  cores: number
  memoryGb: number
  [more: string]: unknown
}

const root = join(import.meta.dirname, '..')

const say = (value: number, unit: Unit) =>
  ({
    ratio: `${value.toFixed(2)} ×`,
    ms: `${value.toFixed(value < 10 ? 2 : 1)} ms`,
    s: `${value.toFixed(1)} s`,
    bytes: `${(value / 1000).toFixed(1)} kB`,
    shift: value.toFixed(4),
    'per-second': `${value.toFixed(0)}/s`,
    count: value.toFixed(0),
  })[unit]

const commit = (): string | null => {
  const { stdout, status } = spawnSync('git', ['rev-parse', '--short', 'HEAD'], {
    cwd: root,
    encoding: 'utf8',
  })
  return status === 0 ? stdout.trim() : null
}

const conditions = (): Conditions => ({
  at: new Date().toISOString(),
  commit: commit(),
  node: process.version,
  cores: availableParallelism(),
  memoryGb: Math.round(totalmem() / 2 ** 30),
})

/** The results of one part: each is printed with its bounds, and `keep` stores all of them. */
export const openResults = (part: string) => {
  const results: Result[] = []
  return {
    tell(what: string, value: number, unit: Unit, bounds: Bounds = {}) {
      results.push({ what, value: Number(value.toFixed(4)), unit, ...bounds })
      const { aim, least } = bounds
      const bound =
        aim !== undefined
          ? ` (aim ≤ ${say(aim, unit)})`
          : least !== undefined
            ? ` (aim ≥ ${say(least, unit)})`
            : ''
      console.log(`${what}: ${say(value, unit)}${bound}`)
    },
    keep(more: Record<string, unknown> = {}) {
      const folder = join(import.meta.dirname, 'results')
      mkdirSync(folder, { recursive: true })
      const told = { conditions: { ...conditions(), ...more }, results }
      writeFileSync(join(folder, `${part}.json`), `${JSON.stringify(told, null, 2)}\n`)
    },
  }
}
