import { ecosystemUrl } from '../../stores/ecosystem-resource.ts'

const nameOf = (api: string) => `waizant.dismissed ${ecosystemUrl(api, '')}`

/** Where a browser forbids storage, the page remembers. */
const here = new Map<string, string>()

const stored = (name: string): string => {
  try {
    return sessionStorage.getItem(name) ?? here.get(name) ?? ''
  } catch {
    return here.get(name) ?? ''
  }
}

/** The codes of the notices that were put away in this session. */
export const dismissedOf = (api: string): readonly string[] => stored(nameOf(api)).split(' ')

export const dismiss = (api: string, code: string): void => {
  const name = nameOf(api)
  const codes = `${stored(name)} ${code}`.trim()
  here.set(name, codes)
  try {
    sessionStorage.setItem(name, codes)
  } catch {
    // The page remembers.
  }
}
