import { defineConfig } from 'vitest/config'

// Only what hangs may reach them: a busy machine needs ten times as long as a quiet one.
const shared = { testTimeout: 300_000, hookTimeout: 600_000 }

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          ...shared,
          name: 'server',
          include: ['{server,scripts}/**/*.test.ts', '{widgets,site}/**/*.node.test.ts'],
          exclude: ['server/main.test.ts'],
          globalSetup: 'server/testing/setup.ts',
          setupFiles: [
            'server/testing/machine-date.ts',
            'server/testing/fixed-seed.ts',
            'server/testing/leave-no-trace.ts',
          ],
          // A worker loads the server and its packages once instead of once for each file: that took four seconds of a core.
          isolate: false,
          // They wait for databases as often as they work: no core is kept free.
          maxWorkers: '100%',
        },
      },
      {
        test: {
          ...shared,
          name: 'journeys',
          include: ['site/journeys/*.test.ts', 'server/main.test.ts'],
          globalSetup: 'site/journeys/setup.ts',
          // One browser and one server at a time: they are real, and there are two cores.
          fileParallelism: false,
        },
      },
    ],
  },
})
