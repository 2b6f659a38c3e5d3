import { backOfficeGroup } from '../identity/token.ts'
import type { World } from './world.ts'

/** An administrator of the back office, with their most common actions. */
export const backOffice = async (world: World, email = 'admin@waizant.mx') => {
  const { body: signed } = await world.send('/sandbox/identity/token', {
    body: { groups: [backOfficeGroup], email },
  })
  const headers = { Authorization: `Bearer ${signed.token}`, 'Accept-Language': 'es-MX' }
  const catalogue = (name = 'erp') => `/v1/admin/catalogues/${name}`
  const versions = (plan: string) => `${catalogue()}/plans/${plan}/versions`
  const ask = (path: string, more: { method?: string; body?: unknown; headers?: object } = {}) =>
    world.send(path, { ...more, headers: { ...headers, ...more.headers } })
  return {
    headers,
    ask,
    catalogue,
    plans: async () => (await ask(`${catalogue()}/plans`)).body,
    list: async (plan = 'pro') => (await ask(versions(plan))).body,
    read: (number: number, plan = 'pro') => ask(`${versions(plan)}/${number}`),
    create: (request: object, plan = 'pro') => ask(versions(plan), { body: request }),
    save: (number: number, content: unknown, etag: string | null, plan = 'pro') =>
      ask(`${versions(plan)}/${number}`, {
        method: 'PUT',
        body: content,
        headers: etag === null ? {} : { 'If-Match': etag },
      }),
    /** publish, unpublish, activate, deactivate. */
    turn: (number: number, action: string, plan = 'pro', more: object = {}) =>
      ask(`${versions(plan)}/${number}/${action}`, { method: 'POST', headers: more }),
    remove: (number: number, plan = 'pro') => ask(`${versions(plan)}/${number}`, { method: 'DELETE' }),
    history: async (number: number, plan = 'pro') => (await ask(`${versions(plan)}/${number}/history`)).body,
    sync: async (name = 'erp') => (await ask(`${catalogue(name)}/sync`)).body,
    repair: (body: object = {}, name = 'erp') => ask(`${catalogue(name)}/sync`, { body }),
    /** Creates and publishes a version of pro at another price, from now on; returns its number. */
    reprice: async (month: number, year: number, plan = 'pro') => {
      const { body: draft } = await ask(versions(plan), {
        body: { startsAt: world.deps.clock.now().toISOString(), copyFrom: 1 },
      })
      const { number, content, etag } = draft
      content.prices.MXN = { month, year }
      const path = `${versions(plan)}/${number}`
      await ask(path, { method: 'PUT', body: content, headers: { 'If-Match': etag } })
      await ask(`${path}/activate`, { method: 'POST' })
      const { status } = await ask(`${path}/publish`, { method: 'POST' })
      if (status !== 200) throw new Error(`Version ${number} was not published: ${status}`)
      return number as number
    },
  }
}
