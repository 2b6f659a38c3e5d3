import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Engine } from './engine.ts'
import type { WebKitPaths } from './find-engines.ts'

const freePort = async (): Promise<number> => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as { port: number }
  server.close()
  return port
}

/** A virtual display, where the machine has none; it writes its number to file descriptor 3. */
const openScreen = async (path: string): Promise<{ display: string; process: ChildProcess }> => {
  const process = spawn(path, ['-displayfd', '3', '-screen', '0', '1600x1400x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  })
  const [number] = await once(process.stdio[3]!, 'data')
  return { display: `:${String(number).trim()}`, process }
}

/**
 * A folder of GTK settings that shrink the buttons of the browser's toolbar to nothing: its window could not be as
 * narrow as a phone otherwise.
 */
const narrowToolbar = (): string => {
  const folder = mkdtempSync(join(tmpdir(), 'waizant-gtk-'))
  mkdirSync(join(folder, 'gtk-3.0'))
  writeFileSync(
    join(folder, 'gtk-3.0', 'gtk.css'),
    '* { min-width: 0; padding: 0; margin: 0; border-width: 0; font-size: 1px; }',
  )
  return folder
}

const end = async (child: ChildProcess | undefined): Promise<void> => {
  if (!child || child.exitCode !== null) return
  child.kill()
  await once(child, 'exit')
}

/** A client of the W3C WebDriver protocol. */
const speaker = (base: string) => async (method: string, path: string, body?: unknown) => {
  const answer = await fetch(`${base}${path}`, {
    method,
    body: body === undefined ? null : JSON.stringify(body),
  })
  const { value } = (await answer.json()) as { value: unknown }
  if (!answer.ok) throw new Error(`WebKit, ${path}: ${JSON.stringify(value)}`)
  return value
}

const listening = async (speak: ReturnType<typeof speaker>, driver: ChildProcess): Promise<void> => {
  while (driver.exitCode === null) {
    const isReady = await speak('GET', '/status').then(
      () => true,
      () => false,
    )
    if (isReady) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error(`WebKitWebDriver ended at once with ${driver.exitCode}.`)
}

const pointer = (x: number, y: number) => ({
  type: 'pointer',
  id: 'pointer',
  parameters: { pointerType: 'mouse' },
  actions: [
    { type: 'pointerMove', origin: 'viewport', duration: 0, x: Math.round(x), y: Math.round(y) },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ],
})

const keys = (text: string) => ({
  type: 'key',
  id: 'keys',
  actions: [...text].flatMap((value) => [
    { type: 'keyDown', value },
    { type: 'keyUp', value },
  ]),
})

/** Safari's engine, as Debian builds it for GTK, driven by its own WebDriver. */
export const openWebKit = async ({ driver, browser, screen }: WebKitPaths): Promise<Engine> => {
  const own = screen ? await openScreen(screen) : undefined
  const port = await freePort()
  const config = narrowToolbar()
  const env = {
    ...process.env,
    XDG_CONFIG_HOME: config,
    NO_AT_BRIDGE: '1',
    LIBGL_ALWAYS_SOFTWARE: '1',
    ...(own && { DISPLAY: own.display }),
  }
  const child = spawn(driver, [`--port=${port}`, '--host=127.0.0.1'], { env, stdio: 'ignore' })
  const speak = speaker(`http://127.0.0.1:${port}`)
  await listening(speak, child)
  const { sessionId } = (await speak('POST', '/session', {
    capabilities: {
      alwaysMatch: { 'webkitgtk:browserOptions': { binary: browser, args: ['--automation'] } },
    },
  })) as { sessionId: string }
  const session = `/session/${sessionId}`
  const run: Engine['run'] = async (inPage, ...given) =>
    (await speak('POST', `${session}/execute/sync`, {
      script: `return (${inPage})(...arguments)`,
      args: given,
    })) as ReturnType<typeof inPage>
  return {
    goto: async (url) => void (await speak('POST', `${session}/url`, { url })),
    run,
    press: async (x, y) => void (await speak('POST', `${session}/actions`, { actions: [pointer(x, y)] })),
    type: async (text) => void (await speak('POST', `${session}/actions`, { actions: [keys(text)] })),
    resize: async (width, height) => {
      await speak('POST', `${session}/window/rect`, { width, height })
      const actual = await run(() => innerWidth)
      if (actual !== width) throw new Error(`WebKit is ${actual} px wide instead of ${width}.`)
    },
    close: async () => {
      await speak('DELETE', session)
      await end(child)
      await end(own?.process)
      rmSync(config, { recursive: true, force: true })
    },
  }
}
