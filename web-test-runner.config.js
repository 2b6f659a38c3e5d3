import { mkdirSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { chromeLauncher } from '@web/test-runner-chrome'
import { transform } from 'esbuild'
import { chromiumFlags, findChromium } from './scripts/chromium.ts'

/** TypeScript as a browser takes it, and the imports that package.json names. */
const typescript = {
  name: 'typescript',
  resolveImport: ({ source }) =>
    source.startsWith('#contract/') ? source.replace('#contract', '/server/contract') + '.ts' : undefined,
  resolveMimeType: ({ path }) => (path.endsWith('.ts') ? 'js' : undefined),
  transform: async ({ path, body }) => {
    if (!path.endsWith('.ts')) return undefined
    return (
      await transform(String(body), { loader: 'ts', target: 'esnext', sourcemap: 'inline', sourcefile: path })
    ).code
  },
}

/** What was found, in a file that scripts/testing/runners.ts reads, and its last line: `widgets: 34 passed, 0 failed`. */
const summary = () => ({
  stop: undefined,
  onTestRunFinished({ sessions }) {
    const failed = []
    let passed = 0
    for (const { testFile, testResults, status, errors } of sessions) {
      const file = relative(import.meta.dirname, testFile)
      const collect = (suite, above) => {
        for (const test of suite?.tests ?? [])
          if (test.skipped) continue
          else if (test.passed) passed++
          else failed.push({ file, name: [...above, test.name].join(' ') })
        for (const inner of suite?.suites ?? []) collect(inner, [...above, inner.name])
      }
      collect(testResults, [])
      if (status !== 'FINISHED' || errors.length)
        failed.push({ file, name: 'did not finish, or threw outside of its tests' })
    }
    const cache = join(import.meta.dirname, 'node_modules', '.cache')
    mkdirSync(cache, { recursive: true })
    writeFileSync(join(cache, 'widgets.json'), JSON.stringify({ passed, failed }))
    process.stdout.write(`\nwidgets: ${passed} passed, ${failed.length} failed\n`)
  },
})

const { defaultReporter } = await import('@web/test-runner')
const { builtPages } = await import('./widgets/testing/built-pages.ts')

export default {
  files: ['widgets/**/*.test.ts', '!widgets/**/*.node.test.ts'],
  nodeResolve: { exportConditions: ['browser', 'production'] },
  plugins: [typescript],
  middleware: [await builtPages()],
  // One page at a time: a browser lets a page in the background sleep.
  concurrency: 1,
  reporters: [defaultReporter({ reportTestProgress: false }), summary()],
  testFramework: { config: { timeout: 20_000 } },
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 180_000,
  browsers: [
    chromeLauncher({
      launchOptions: {
        executablePath: await findChromium(),
        args: chromiumFlags,
      },
    }),
  ],
  testRunnerHtml: (framework) => `<!doctype html>
    <html lang="es-MX">
      <body>
        <script>globalThis.process = { env: { NODE_ENV: 'production' } }</script>
        <script>
          // What the tests look at has dates, and a date reads differently once it is a year away.
          const realNow = Date.now.bind(Date)
          const shiftMs = Date.parse('2026-11-30T18:00:00Z') - realNow()
          Date.now = () => realNow() + shiftMs
          globalThis.Date = new Proxy(Date, {
            construct: (target, given, made) => Reflect.construct(target, given.length ? given : [Date.now()], made),
            apply: () => String(new Date()),
          })
        </script>
        <script type="module" src="${framework}"></script>
      </body>
    </html>`,
}
