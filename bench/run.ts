/**
 * `npm run bench`: speed as ratios measured side by side in one run; not a test. Each part prints its results and
 * stores them in `bench/results/`, which the guide's page of speed shows. `npm run bench -- plans year` runs only
 * these.
 */
import { spawnSync } from 'node:child_process'
import { basename, join } from 'node:path'

const root = join(import.meta.dirname, '..')
const asked = process.argv.slice(2)
const benches = [
  ['bench/plans.ts'],
  ['bench/widgets.ts'],
  ['bench/customers.ts'],
  ['bench/webhooks.ts'],
  ['bench/encounters.ts'],
  ['bench/year.ts', '1000'],
]

for (const [file, ...args] of benches) {
  if (asked.length && !asked.includes(basename(file!, '.ts'))) continue
  console.log(`\n— ${file}`)
  const { status } = spawnSync(process.execPath, [join(root, file!), ...args], { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
