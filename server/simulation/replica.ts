import { createApp } from '../app.ts'
import type { Database } from '../db/connection/open.ts'
import type { Env } from '../env.ts'
import type { Sandbox } from '../sandbox/sandbox.ts'
import { openDeps } from '../startup/open-deps.ts'
import { sendTo } from '../testing/world.ts'
import { type Mortal, newMortal } from './mortal.ts'
import { mortalDatabase } from './mortal-database.ts'
import { type Heard, openWire } from './wire.ts'

export type Replica = Awaited<ReturnType<typeof openReplica>>

/** What all processes of one installation share. */
export interface Installation {
  env: Env
  database: Database
  sandbox: Sandbox
  port: number
  /** Resolves when every ready job has run, on any replica; returns whether there were any. */
  settled(): Promise<boolean>
  heard: Heard
}

/** As many as the provider's failures in a row; without delay, because time hardly moves here. */
const retries = { limit: 40, seconds: 0, maxSeconds: 0 }

/** A whole server process that may crash at any of its writes, to the store or to the provider. */
export const openReplica = async ({ env, database, sandbox, port, settled, heard }: Installation) => {
  const mortal: Mortal = newMortal()
  const store = mortalDatabase(database, mortal)
  const wire = await openWire(sandbox.stripe!.url, mortal, heard)
  const { deps, close } = await openDeps(
    { ...env, STRIPE_API_URL: wire.url },
    { database: store, core: store, port, retries, shared: sandbox },
  )
  const { settled: ownSettled } = deps.jobs
  deps.jobs.settled = settled
  const app = createApp(deps, sandbox.routes(deps))
  return {
    mortal,
    deps,
    /** Waits for its own jobs only. */
    ownSettled,
    send: sendTo(app),
    fetch: app.fetch,
    async close() {
      await close().catch(() => {})
      await wire.close()
    },
  }
}
