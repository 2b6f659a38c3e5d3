/** How each part of `npm test` is run, and what it found. */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Red, Result } from './result.ts'

const root = join(import.meta.dirname, '../..')
export const cache = join(root, 'node_modules', '.cache')

/** Runs a command to its end; what it prints comes line by line, after its title, since others print beside it. */
const run = (title: string, command: string, ...args: string[]): Promise<number> =>
  new Promise((resolve) => {
    console.log(`— ${title}`)
    const child = spawn(join(root, 'node_modules', '.bin', command), args, {
      cwd: root,
      env: process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    for (const stream of [child.stdout, child.stderr]) {
      let begun = ''
      stream.setEncoding('utf8').on('data', (chunk: string) => {
        const lines = (begun + chunk).split('\n')
        begun = lines.pop()!
        for (const line of lines) console.log(`${title} │ ${line}`)
      })
      stream.on('end', () => begun && console.log(`${title} │ ${begun}`))
    }
    child.once('close', (code) => resolve(code ?? 1))
  })

/** A check counts as one test. */
const check = async (title: string, command: string, ...args: string[]): Promise<Result> => {
  const code = await run(title, command, ...args)
  const again = ['npx', command, ...args].join(' ')
  return code === 0 ? { passed: 1, red: [] } : { passed: 0, red: [{ name: title, again }] }
}

const together = (results: Result[]): Result => ({
  passed: results.reduce((sum, { passed }) => sum + passed, 0),
  red: results.flatMap(({ red }) => red),
})

/** Quick, so they come first. */
export const rules = async (): Promise<Result> =>
  together([
    await check('format and rules', 'biome', 'check', '.'),
    await check('format of pages', 'prettier', '--check', 'site/**/*.astro'),
  ])

export const build = (): Promise<Result> => check('build', 'node', 'scripts/build.ts')

export const checks = async (): Promise<Result> =>
  together([
    await check('who imports whom', 'eslint', '.'),
    await check('types', 'tsc', '--noEmit'),
    await check('pages', 'astro', 'check', '--tsconfig', 'site/tsconfig.json', '--silent'),
  ])

interface VitestReport {
  numPassedTests: number
  testResults: {
    name: string
    status: string
    assertionResults: { fullName: string; status: string }[]
  }[]
}

const vitest = async (project: string, files: string[], more: string[]): Promise<Result> => {
  const report = join(cache, `vitest-${project}.json`)
  rmSync(report, { force: true })
  const code = await run(
    project,
    'vitest',
    'run',
    `--project=${project}`,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
    ...more,
    ...files,
  )
  const all = `npm run test:${project}`
  if (!existsSync(report)) return { passed: 0, red: [{ name: `${project}: did not finish`, again: all }] }
  const { numPassedTests, testResults }: VitestReport = JSON.parse(readFileSync(report, 'utf8'))
  const red = testResults.flatMap((result): Red[] => {
    const file = relative(root, result.name)
    const tests = result.assertionResults.filter(({ status }) => status === 'failed')
    if (!tests.length) return result.status === 'failed' ? [{ name: file, again: { file } }] : []
    return tests.map(({ fullName }) => ({ name: `${file}: ${fullName}`, again: { file, test: fullName } }))
  })
  // An error outside of every test is red too.
  if (code !== 0 && !red.length) red.push({ name: `${project}: an error outside of the tests`, again: all })
  return { passed: numPassedTests, red }
}

export const server = (files: string[] = [], more: string[] = []): Promise<Result> =>
  vitest('server', files, more)

export const journeys = (files: string[] = [], more: string[] = []): Promise<Result> =>
  vitest('journeys', files, more)

/** The elements in a browser; web-test-runner.config.js writes down what it found. */
export const widgets = async (files: string[] = []): Promise<Result> => {
  const report = join(cache, 'widgets.json')
  rmSync(report, { force: true })
  const code = await run('widgets', 'web-test-runner', ...(files.length ? ['--files', ...files] : []))
  const all = 'npm run test:widgets'
  if (!existsSync(report)) return { passed: 0, red: [{ name: 'widgets: did not finish', again: all }] }
  const { passed, failed } = JSON.parse(readFileSync(report, 'utf8')) as {
    passed: number
    failed: { file: string; name: string }[]
  }
  const red = failed.map(({ file, name }): Red => ({ name: `${file}: ${name}`, again: { file } }))
  if (code !== 0 && !red.length) red.push({ name: 'widgets: an error outside of the tests', again: all })
  return { passed, red }
}
