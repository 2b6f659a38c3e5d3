import { join } from 'node:path'
import { dev } from 'astro'
import { readEnv } from '../server/env.ts'
import { builtFiles, type Site } from '../server/site.ts'
import { start } from '../server/startup/start.ts'
import { endFailed } from '../server/startup/start-refusal.ts'
import { welcome } from '../server/startup/welcome.ts'
import { bundleWidgets } from '../widgets/build/bundle.ts'

/** The development server: pages and widgets follow every change; Node restarts the server on its own changes. */
const main = async (): Promise<void> => {
  const widgets = await bundleWidgets({ watch: true })
  const astro = await dev({ root: join(import.meta.dirname, '..'), logLevel: 'warn', server: { port: 0 } })
  const site: Site = (request, response, locals) => {
    Reflect.set(request, Symbol.for('astro.locals'), locals)
    astro.handle(request, response)
  }
  const running = await start(readEnv(), { site, files: builtFiles() })
  const end = async () => {
    await Promise.all([running.close(), astro.stop(), widgets.stop()])
    process.exit(0)
  }
  process.once('SIGTERM', end)
  process.once('SIGINT', end)
  console.log(welcome(running))
}

main().catch(endFailed)
