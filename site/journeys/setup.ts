import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TestProject } from 'vitest/node'
import { startProduct } from './start-product.ts'

/** The demonstration runs through its three months once; every journey starts with a copy of the result. */
export default async (project: TestProject) => {
  const directory = mkdtempSync(join(tmpdir(), 'waizant-demonstration-'))
  const running = await startProduct(directory)
  await running.close()
  project.provide('demonstration', directory)
  return () => rmSync(directory, { recursive: true })
}

declare module 'vitest' {
  interface ProvidedContext {
    /** The data directory to copy. */
    demonstration: string
  }
}
