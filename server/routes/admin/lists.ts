import { type Context, Hono } from 'hono'
import {
  adminCustomers,
  adminEcosystems,
  adminLeads,
  type ReadList,
} from '../../actions/operations/admin-lists.ts'
import { exportAdminList } from '../../actions/operations/export-admin-list.ts'
import { BillingError } from '../../base/billing-error.ts'
import type { Deps } from '../../deps.ts'
import { xlsx } from '../../http/answers/xlsx.ts'
import type { AppEnv } from '../../http/app-env.ts'
import { requireBackOffice } from '../../http/auth/auth.ts'
import { inputMessage } from '../../words/input.ts'

const pageSize = 50
const longestSearch = 100

/** The back office's lists of customers, leads and ecosystems, as JSON and as spreadsheets. */
export const adminLists = (deps: Deps) =>
  new Hono<AppEnv>()
    .use('/customers', requireBackOffice(deps))
    .use('/ecosystems', requireBackOffice(deps))
    .use('/leads', requireBackOffice(deps))
    .use('/customers.xlsx', requireBackOffice(deps))
    .use('/ecosystems.xlsx', requireBackOffice(deps))
    .use('/leads.xlsx', requireBackOffice(deps))
    .get('/customers', async (c) => {
      const { rows, ...page } = await pageOf(deps, c, adminCustomers)
      return c.json({ ...page, customers: rows })
    })
    .get('/ecosystems', async (c) => {
      const { rows, ...page } = await pageOf(deps, c, adminEcosystems)
      return c.json({ ...page, ecosystems: rows })
    })
    .get('/leads', async (c) => {
      const { rows, ...page } = await pageOf(deps, c, adminLeads)
      return c.json({ ...page, leads: rows })
    })
    .get('/customers.xlsx', (c) => sheet(deps, c, 'customers'))
    .get('/ecosystems.xlsx', (c) => sheet(deps, c, 'ecosystems'))
    .get('/leads.xlsx', (c) => sheet(deps, c, 'leads'))

const pageOf = async <Row>(deps: Deps, c: Context<AppEnv>, read: ReadList<Row>) => {
  const page = pageFrom(c)
  const window = { search: searchFrom(c), limit: pageSize, offset: (page - 1) * pageSize }
  const { rows, total } = await read(deps, window, c.var.locale)
  return { rows, total, page, pages: Math.max(1, Math.ceil(total / pageSize)) }
}

const sheet = async (deps: Deps, c: Context<AppEnv>, list: Parameters<typeof exportAdminList>[1]) => {
  const made = await exportAdminList(deps, list, { search: searchFrom(c), locale: c.var.locale })
  return c.body(await xlsx(made), 200, {
    'Content-Type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    'Content-Disposition': `attachment; filename="${made.name}.xlsx"`,
  })
}

const pageFrom = (c: Context<AppEnv>): number => {
  const given = c.req.query('page') ?? '1'
  if (/^[1-9]\d{0,5}$/.test(given)) return Number(given)
  return refuse(c, 'page', { code: 'invalid_format' })
}

const searchFrom = (c: Context<AppEnv>): string => {
  const given = (c.req.query('search') ?? '').trim()
  if (given.length > longestSearch)
    return refuse(c, 'search', { code: 'too_big', origin: 'string', maximum: longestSearch })
  return given
}

const refuse = (c: Context<AppEnv>, path: string, issue: Parameters<typeof inputMessage>[0]): never => {
  const message = inputMessage({ ...issue, input: '' }, c.var.locale)
  throw new BillingError('invalid-input', {}, [{ path, message }])
}
