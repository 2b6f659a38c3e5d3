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

/** The last line, for a script to count: `widgets: 34 passed, 0 failed`. */
const summary = () => ({
  stop: undefined,
  onTestRunFinished({ sessions }) {
    const results = []
    const collect = (suite) => {
      results.push(...(suite?.tests ?? []))
      for (const inner of suite?.suites ?? []) collect(inner)
    }
    let broken = 0
    for (const session of sessions) {
      collect(session.testResults)
      if (session.status !== 'FINISHED' || session.errors.length) broken++
    }
    const passed = results.filter((test) => test.passed && !test.skipped).length
    const failed = results.filter((test) => !test.passed && !test.skipped).length + broken
    process.stdout.write(`\nwidgets: ${passed} passed, ${failed} failed\n`)
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
        <script type="module" src="${framework}"></script>
      </body>
    </html>`,
}
