import type { PlanVersion, PlanVersionContent } from '#contract/plan-settings'
import {
  checkOf,
  customer,
  draft,
  ecosystem,
  history,
  lead,
  settings,
  sold,
  summaryOf,
  sync,
} from '../fixtures/office.ts'
import { type Answer, json, problem, type Seen } from './fake-server.ts'

const catalogues = '/v1/admin/catalogues'

export const officePaths = {
  catalogues,
  plans: `${catalogues}/erp/plans`,
  sync: `${catalogues}/erp/sync`,
  versions: `${catalogues}/erp/plans/pro/versions`,
  version: `${catalogues}/erp/plans/pro/versions/2`,
  customers: '/v1/admin/customers',
}

const switched = (version: PlanVersion, action: string): Partial<PlanVersion> => {
  const published = action === 'publish' || (version.published && action !== 'unpublish')
  const active = action === 'activate' || (version.active && action !== 'deactivate')
  return { published, active, status: published ? (active ? 'in-force' : 'inactive') : 'draft' }
}

/** A server that two administrators share: it stores saved versions, each with its ETag. */
export class OfficeServer {
  readonly versions: Map<number, PlanVersion>

  constructor(versions: readonly PlanVersion[] = [draft(), sold()]) {
    this.versions = new Map(versions.map((version) => [version.number, version]))
  }

  /** The draft's current content on the server. */
  get content(): PlanVersionContent {
    return this.versions.get(2)!.content
  }

  /** Another administrator saves. */
  save(number: number, content: PlanVersionContent, changedBy = 'bruno@waizant.mx'): PlanVersion {
    return this.#put(number, { content, ...checkOf(content), changedBy })
  }

  #put(number: number, own: Partial<PlanVersion>): PlanVersion {
    const { may: _, ...was } = this.versions.get(number)!
    const version = draft({ ...was, ...own, etag: `"${Number(was.etag.replaceAll('"', '')) + 1}"` })
    this.versions.set(number, version)
    return version
  }

  #list = () => ({
    catalogue: 'erp',
    plan: 'pro',
    nextNumber: Math.max(...this.versions.keys()) + 1,
    versions: [...this.versions.values()].map(summaryOf).sort((one, other) => other.number - one.number),
  })

  #create = ({ body }: Seen) => {
    const { number, startsAt, copyFrom } = body as { number: number; startsAt: string; copyFrom?: number }
    if (this.versions.has(number))
      return problem(422, 'invalid-input', 'Revisa los datos.', [
        { path: 'number', message: 'Este número ya se usó. El siguiente libre es 3.' },
      ])
    const from = this.versions.get(copyFrom ?? 1)!
    const version = draft({ number, content: { ...from.content, startsAt, endsAt: null } })
    this.versions.set(number, version)
    return json(version, 201)
  }

  #change = ({ method, headers, body, path }: Seen, number: number): Response => {
    const version = this.versions.get(number)
    if (!version) return problem(404, 'not-found', 'No encontramos lo que buscas.')
    const action = path.split('/')[9]
    if (action === 'history') return json({ entries: history() })
    if (action === 'check') return json(checkOf(body as unknown as PlanVersionContent))
    if (method === 'GET') return json(version)
    if (method !== 'DELETE' && headers.get('if-match') !== version.etag)
      return problem(412, 'version-changed', 'Alguien guardó cambios mientras editabas.')
    if (version.sold && method === 'PUT')
      return problem(409, 'version-sold', 'La versión 2 ya tiene clientes y no cambia.')
    if (method === 'PUT')
      return json(this.save(number, body as unknown as PlanVersionContent, 'ana@waizant.mx'))
    if (method === 'DELETE') {
      this.versions.delete(number)
      return json(this.#list())
    }
    return json(this.#put(number, switched(version, action!)))
  }

  answer: Answer = (seen) => {
    const { method, path } = seen
    const [, number] = /\/versions\/(\d+)/.exec(path) ?? []
    if (number) return this.#change(seen, Number(number))
    if (path === officePaths.versions) return method === 'POST' ? this.#create(seen) : json(this.#list())
    if (path === officePaths.plans) return json(settings())
    if (path === officePaths.sync)
      return json(sync(method === 'POST' ? { state: 'in-sync', versions: [] } : {}))
    if (path === catalogues)
      return json({
        catalogues: [
          { id: 'erp', name: { 'es-MX': 'ERP', en: 'ERP' } },
          { id: 'waizant', name: { 'es-MX': 'Waizant', en: 'Waizant' } },
        ],
      })
    return lists(seen)
  }
}

const companies = ['Taller Faro', 'Café Volcán']

const lists = ({ path, search }: Seen): Response | undefined => {
  const found = companies.filter((one) =>
    one.toLowerCase().includes((search.get('search') ?? '').toLowerCase()),
  )
  const page = { page: Number(search.get('page') ?? 1), pages: 1, total: found.length }
  if (path === officePaths.customers)
    return json({ ...page, customers: found.map((company) => customer(company)) })
  if (path === '/v1/admin/leads') return json({ ...page, total: 1, leads: [lead()] })
  if (path === '/v1/admin/ecosystems') return json({ ...page, total: 1, ecosystems: [ecosystem()] })
  if (!path.endsWith('.xlsx')) return undefined
  return new Response('a sheet', {
    headers: { 'content-disposition': 'attachment; filename="clientes.xlsx"' },
  })
}
