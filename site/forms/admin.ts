import type { AstroGlobal } from 'astro'
import { send } from '../api/send.ts'
import type { Locale } from '../routes.ts'

/** The people to enter as: two administrators, to see them work at the same time, and a person without the right. */
export const people = {
  ana: { email: 'ana.robles@waizant.mx', groups: ['waizant-backoffice'] },
  bruno: { email: 'bruno.diaz@waizant.mx', groups: ['waizant-backoffice'] },
  carla: { email: 'carla.nunez@waizant.mx', groups: [] },
} as const

export type PersonId = keyof typeof people

/** The person that the visitor entered as, with their token; null: not entered yet. */
export const adminState = async (
  page: AstroGlobal,
  locale: Locale,
): Promise<{ id: PersonId; email: string; token: string } | null> => {
  const id = page.url.searchParams.get('as') ?? ''
  if (!Object.hasOwn(people, id)) return null
  const person = people[id as PersonId]
  const signedIn = await send<{ token: string }>(page.locals, '/sandbox/identity/token', {
    body: { ...person },
    key: crypto.randomUUID(),
    locale,
  })
  return signedIn.ok ? { id: id as PersonId, email: person.email, token: signedIn.value.token } : null
}

/** The place in the back office that an address names, as the element's attributes. */
export const placeIn = ({ searchParams }: URL): Record<string, string> =>
  Object.fromEntries([...searchParams].filter(([name]) => placeNames.includes(name)))

const placeNames = ['view', 'catalogue', 'plan', 'version', 'tab']
