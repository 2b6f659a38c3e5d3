import { appendFileSync } from 'node:fs'
import fc from 'fast-check'
import { it } from 'vitest'
import { live, lives } from './live.ts'
import { openTown } from './town.ts'
const engine = (process.env.ENGINE ?? 'postgres') as 'postgres' | 'embedded'
const log = process.env.LOG_FILE!
const seed = Number(process.env.LIVES_SEED)
it('explore', async () => {
  const all = fc.sample(lives, { seed, numRuns: Number(process.env.LIVES) })
  let n = 0
  for (let from = 0; from < all.length; from += 25) {
    const town = await openTown(engine, engine === 'postgres' ? 2 : 1, 'silent')
    for (const [begin, steps] of all.slice(from, from + 25)) {
      n++
      try { await live(town, begin, steps as never) } catch (error) {
        const e = error as Error
        appendFileSync(log, `#${n} ${JSON.stringify(begin)} ${String(steps)}\n   ${e.message.slice(0, 700).replaceAll('\n', ' | ')}\n   ${(e.stack ?? '').split('\n').filter((l) => l.includes('server/')).slice(0, 4).join(' ').slice(0, 500)}\n   cause: ${String((e as any).cause).slice(0,300)}\n`)
      }
      if (n % 25 === 0) appendFileSync(log, `${n} done ${new Date().toISOString()}\n`)
    }
    await town.close().catch(() => {})
  }
}, 3_600_000)
