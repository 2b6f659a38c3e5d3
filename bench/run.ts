/** `npm run bench`: speed as ratios measured side by side in one run, printed; never a test. */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'

const root = join(import.meta.dirname, '..')
const benches = [
  ['bench/plans.ts'],
  ['bench/widgets.ts'],
  ['bench/customers.ts'],
  ['bench/webhooks.ts'],
  ['bench/encounters.ts'],
  ['server/sandbox/stripe/year.bench.ts', '1000'],
]

for (const [file, ...args] of benches) {
  console.log(`\n— ${file}`)
  const { status } = spawnSync(process.execPath, [join(root, file!), ...args], { stdio: 'inherit' })
  if (status !== 0) process.exit(status ?? 1)
}
