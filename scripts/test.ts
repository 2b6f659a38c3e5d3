/** `npm test`: lint and types, the build, then every test; the last line counts all of them. */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { missingEngines } from '../site/journeys/engines/find-engines.ts'
import { findChromium } from './chromium.ts'

const root = join(import.meta.dirname, '..')
const cache = join(root, 'node_modules', '.cache')
mkdirSync(cache, { recursive: true })

interface Count {
  passed: number
  failed: number
}

const env = { ...process.env, CHROMIUM_PATH: await findChromium(), ASTRO_TELEMETRY_DISABLED: '1' }

/** Runs a command to its end; returns its exit code and output. */
const run = (command: string, ...args: string[]): Promise<{ code: number; output: string }> =>
  new Promise((resolve) => {
    let output = ''
    const child = spawn(join(root, 'node_modules', '.bin', command), args, {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    child.stdout.on('data', (chunk: Buffer) => {
      output += chunk
      process.stdout.write(chunk)
    })
    child.once('close', (code) => resolve({ code: code ?? 1, output }))
  })

/** A check counts as one test. */
const check = async (title: string, command: string, ...args: string[]): Promise<Count> => {
  console.log(`\n— ${title}`)
  const { code } = await run(command, ...args)
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 }
}

const vitest = async (): Promise<Count> => {
  console.log('\n— server and journeys')
  const report = join(cache, 'vitest.json')
  const { code } = await run(
    'vitest',
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  )
  const { numPassedTests, numFailedTests } = JSON.parse(readFileSync(report, 'utf8'))
  return { passed: numPassedTests, failed: numFailedTests || (code === 0 ? 0 : 1) }
}

/** Its last line says "widgets: 51 passed, 0 failed". */
const widgets = async (): Promise<Count> => {
  console.log('\n— widgets in a browser')
  const { code, output } = await run('web-test-runner')
  const [, passed = 0, failed = 0] = /widgets: (\d+) passed, (\d+) failed/.exec(output) ?? []
  return { passed: Number(passed), failed: Number(failed) || (code === 0 ? 0 : 1) }
}

const counts = [
  await check('format and rules', 'biome', 'check', '.'),
  await check('who imports whom', 'eslint', '.'),
  // The guide's examples import what is built.
  await check('build', 'node', 'scripts/build.ts'),
  await check('types', 'tsc', '--noEmit'),
  await check('pages', 'astro', 'check', '--tsconfig', 'site/tsconfig.json', '--silent'),
  await vitest(),
  await widgets(),
]
for (const sentence of missingEngines()) console.log(`\n${sentence}`)
const sum = (of: keyof Count) => counts.reduce((total, count) => total + count[of], 0)
console.log(`\n${sum('passed')} passed, ${sum('failed')} failed`)
process.exit(sum('failed') === 0 ? 0 : 1)
