/** Finds the tests' Chromium: `CHROMIUM_PATH`, else one on the PATH, else the one from npm. */
import { accessSync, constants, existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { delimiter, join } from 'node:path'

const cache = join(import.meta.dirname, '..', 'node_modules', '.cache', 'chromium')

export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** The path of a Chromium that starts; the error says what to do when there is none. */
export const findChromium = async (): Promise<string> =>
  process.env.CHROMIUM_PATH ?? onPath() ?? (await brought())

const onPath = (): string | null => {
  const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']
  const folders = (process.env.PATH ?? '').split(delimiter)
  return names.flatMap((name) => folders.map((folder) => join(folder, name))).find(isExecutable) ?? null
}

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Unpacks the libraries and fonts that a bare machine lacks; only the browser's environment names them. */
const brought = async (): Promise<string> => {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('The browser tests need Chromium: install it, or set CHROMIUM_PATH.')
  const start = join(cache, 'chromium-with-libraries')
  if (existsSync(start)) return start
  mkdirSync(cache, { recursive: true })
  const path = await unpack()
  writeFileSync(join(cache, 'fonts.conf'), fontSettings)
  const settings = `LD_LIBRARY_PATH='${cache}/al2023/lib' FONTCONFIG_FILE='${cache}/fonts.conf'`
  writeFileSync(start, `#!/bin/sh\n${settings} exec '${path}' "$@"\n`, { mode: 0o755 })
  return start
}

/** The package unpacks into TMPDIR, and unpacks its libraries only when it detects a bare container. */
const unpack = async (): Promise<string> => {
  const { TMPDIR, LD_LIBRARY_PATH, FONTCONFIG_PATH } = process.env
  Object.assign(process.env, { TMPDIR: cache, AWS_LAMBDA_JS_RUNTIME: 'nodejs24.x' })
  const { default: chromium } = await import('@sparticuz/chromium')
  const path = await chromium.executablePath()
  delete process.env.AWS_LAMBDA_JS_RUNTIME
  for (const [name, before] of Object.entries({ TMPDIR, LD_LIBRARY_PATH, FONTCONFIG_PATH }))
    if (before === undefined) delete process.env[name]
    else process.env[name] = before
  return path
}

/** Without a font every text has no size, so tests cannot find or click it. */
const fontSettings = `<?xml version="1.0"?>
<fontconfig>
  <dir>${cache}/fonts</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${cache}/fonts-cache</cachedir>
</fontconfig>
`
