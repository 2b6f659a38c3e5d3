import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

/** Names of Debian packages; see CONTRIBUTING.md. */
const names = {
  firefox: ['firefox-esr', 'firefox'],
  driver: ['WebKitWebDriver'],
  screen: ['Xvfb'],
}

const libraries = [
  '/usr/lib/x86_64-linux-gnu',
  '/usr/lib/aarch64-linux-gnu',
  '/usr/lib64',
  '/usr/libexec',
  '/usr/lib',
]
const miniBrowsers = libraries.flatMap((folder) =>
  ['webkit2gtk-4.1', 'webkitgtk-6.0', 'webkit2gtk-4.0'].map((version) =>
    join(folder, version, 'MiniBrowser'),
  ),
)

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

const onPath = (candidates: readonly string[]): string | undefined =>
  candidates
    .flatMap((name) => (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, name)))
    .find(isExecutable)

export interface WebKitPaths {
  driver: string
  browser: string
  /** Absent where there is a display already. */
  screen: string | undefined
}

export const findFirefox = (): string | undefined => process.env.FIREFOX_PATH ?? onPath(names.firefox)

export const findWebKit = (): WebKitPaths | undefined => {
  const driver = onPath(names.driver)
  const browser = miniBrowsers.find(isExecutable)
  const screen = onPath(names.screen)
  return driver && browser && (screen || process.env.DISPLAY) ? { driver, browser, screen } : undefined
}

/** A sentence for each engine that is not installed on this machine; the journeys skip it. */
export const missingEngines = (): string[] => [
  ...(findWebKit()
    ? []
    : ['WebKit: skipped, because webkit2gtk-driver and xvfb are not on this machine (see CONTRIBUTING.md).']),
  ...(findFirefox()
    ? []
    : ['Firefox: skipped, because firefox-esr is not on this machine (see CONTRIBUTING.md).']),
]
