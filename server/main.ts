import { readEnv } from './env.ts'
import { builtFiles, builtSite } from './site.ts'
import { type Running, start } from './startup/start.ts'
import { endFailed } from './startup/start-refusal.ts'
import { welcome } from './startup/welcome.ts'

/** The server's entry point: settings, start, address, clean shutdown. */
const main = async (): Promise<void> => {
  const env = readEnv()
  const running = await start(env, { site: await builtSite(), files: builtFiles() })
  endWith(running)
  if (env.LOG_LEVEL !== 'silent') console.log(welcome(running))
}

const endWith = (running: Running) => {
  const end = () => void running.close().then(() => process.exit(0))
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
}

main().catch(endFailed)
