import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['server/**/*.test.ts', '{widgets,site}/**/*.node.test.ts'],
    globalSetup: 'server/testing/setup.ts',
    testTimeout: 30_000,
    hookTimeout: 60_000,
  },
})
