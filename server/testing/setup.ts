import type { TestProject } from 'vitest/node'
import { startPostgres } from './postgres.ts'

/** One PostgreSQL for the whole run; every test file makes its own database in it. */
export default async (project: TestProject) => {
  const postgres = await startPostgres()
  project.provide('postgres', postgres.url)
  return () => postgres.stop()
}

declare module 'vitest' {
  interface ProvidedContext {
    postgres: string
  }
}
