import { ecosystemUrl } from '../../stores/ecosystem-resource.ts'

const nameOf = (api: string) => `waizant.dismissed ${ecosystemUrl(api, '')}`

/** The fallback where a browser forbids storage. */
const here = new Map<string, string>()

const stored = (name: string): string => {
  try {
    return sessionStorage.getItem(name) ?? here.get(name) ?? ''
  } catch {
    return here.get(name) ?? ''
  }
}

/** The codes of the notices that were dismissed in this session. */
export const dismissedOf = (api: string): readonly string[] => stored(nameOf(api)).split(' ')

export const dismiss = (api: string, code: string): void => {
  const name = nameOf(api)
  const codes = `${stored(name)} ${code}`.trim()
  here.set(name, codes)
  try {
    sessionStorage.setItem(name, codes)
  } catch {
    // Kept in memory only.
  }
}
