/**
 * `npm test`: every rule, type and test. `npm test -- <path>` runs the tests under that path, each with its own runner;
 * `--part=server`, `widgets` or `journeys` one part, `--changed` what stands beside the files that git sees changed.
 * Red tests are named at the end, with the command that repeats them; the last line counts.
 */
import { mkdirSync } from 'node:fs'
import { missingEngines } from '../../site/journeys/engines/find-engines.ts'
import { findChromium } from '../chromium.ts'
import { changedTests } from './changed.ts'
import { type Result, repeat } from './result.ts'
import { build, cache, checks, journeys, rules, server, widgets } from './runners.ts'
import { sortPaths, type Wants, wantsFrom } from './wants.ts'

process.env.CHROMIUM_PATH ??= await findChromium()
process.env.ASTRO_TELEMETRY_DISABLED = '1'
mkdirSync(cache, { recursive: true })

/** One after the other. */
const lane = async (...work: (() => Promise<Result>)[]): Promise<Result[]> => {
  const results: Result[] = []
  for (const each of work) results.push(await each())
  return results
}

/**
 * Two cores: the server's tests keep them busy while the elements' browser waits most of its time. Journeys come after
 * both, because what they measure (layout shifts, three browsers) needs a quiet machine.
 */
const everything = async (): Promise<Result[]> => {
  const built = build()
  const [one, other] = await Promise.all([
    // The guide's examples import what is built, so their types come after it.
    lane(rules, server, () => built.then(checks)),
    built.then(() => lane(widgets)),
  ])
  return [...one, await built, ...other, ...(await lane(journeys))]
}

const some = async (files: ReturnType<typeof sortPaths>, more: string[]): Promise<Result[]> => {
  const parts: (() => Promise<Result>)[] = []
  if (files.journeys.length || files.widgets.length) parts.push(build)
  if (files.server.length) parts.push(() => server(files.server, more))
  if (files.widgets.length) parts.push(() => widgets(files.widgets))
  if (files.journeys.length) parts.push(() => journeys(files.journeys, more))
  return lane(...parts)
}

const partOf: Record<string, () => Promise<Result[]>> = {
  server: () => lane(server),
  widgets: () => lane(build, widgets),
  journeys: () => lane(build, journeys),
}

const work = async (wants: Wants, paths: string[]): Promise<Result[]> => {
  if (paths.length || wants.changed) return some(sortPaths(paths, wants.part), wants.more)
  if (!wants.part) return everything()
  const part = partOf[wants.part]
  if (!part) throw new Error(`npm test knows no part ${wants.part}.`)
  return part()
}

const main = async () => {
  const wants = wantsFrom(process.argv.slice(2))
  const paths = wants.changed ? changedTests() : wants.paths
  if (wants.changed) console.log(`Beside what has changed: ${paths.join(' ') || 'no test'}`)
  const results = await work(wants, paths)
  if (!wants.part && !wants.changed && !paths.length)
    for (const sentence of missingEngines()) console.log(`\n${sentence}`)
  const red = results.flatMap((result) => result.red)
  if (red.length) console.log('\nFailed:')
  for (const each of red) console.log(`  ${each.name}\n    ${repeat(each)}`)
  const passed = results.reduce((sum, result) => sum + result.passed, 0)
  console.log(`\n${passed} passed, ${red.length} failed`)
  return red.length === 0 ? 0 : 1
}

process.exit(
  await main().catch((error: Error) => {
    console.error(error.message)
    console.log('\n0 passed, 1 failed')
    return 1
  }),
)
