import { Hono } from 'hono'
import { exportBilling } from '../../actions/overview/export.ts'
import type { Deps } from '../../deps.ts'
import { csvZip } from '../../http/answers/csv-zip.ts'
import type { AppEnv } from '../../http/app-env.ts'

/** The export of an ecosystem's billing data, also after a cancellation. */
export const exported = (deps: Deps) =>
  new Hono<AppEnv>().get('/', (c) => {
    const tables = exportBilling(deps, c.var.ecosystem, c.var.locale)
    return c.body(csvZip(tables), 200, {
      'Content-Type': 'application/zip',
      'Content-Disposition': `attachment; filename="${tables.name}.zip"`,
    })
  })
