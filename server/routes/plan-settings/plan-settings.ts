import { type Context, Hono } from 'hono'
import { SyncRequest } from '#contract/catalogue-sync'
import { Slug } from '#contract/plan'
import { PlanVersionContent, VersionRequest } from '#contract/plan-settings'
import { forceCatalogueSync } from '../../actions/catalogue/sync/force.ts'
import { readSync } from '../../actions/catalogue/sync/read.ts'
import { createVersion } from '../../actions/catalogue/versions/create.ts'
import { deleteVersion } from '../../actions/catalogue/versions/delete.ts'
import { listCatalogues, listPlanSettings, listVersions } from '../../actions/catalogue/versions/list.ts'
import { readVersion } from '../../actions/catalogue/versions/read.ts'
import { readVersionHistory } from '../../actions/catalogue/versions/read-history.ts'
import { type Switch, setVersionState } from '../../actions/catalogue/versions/set-state.ts'
import { checkVersion, updateVersion } from '../../actions/catalogue/versions/update.ts'
import { BillingError } from '../../base/billing-error.ts'
import type { Deps } from '../../deps.ts'
import type { AppEnv } from '../../http/app-env.ts'
import { requireBackOffice } from '../../http/auth/auth.ts'
import { body } from '../../http/body.ts'

const switches: Switch[] = ['publish', 'unpublish', 'activate', 'deactivate']

/** Plan Settings: administrators read and change the catalogues, and see their sync status at the provider. */
export const planSettings = (deps: Deps) => {
  const routes = new Hono<AppEnv>()
    .use('/*', requireBackOffice(deps))
    .get('/', async (c) => c.json({ catalogues: await listCatalogues(deps) }))
    .get('/:catalogue/plans', async (c) => {
      const { catalogue } = refOf(c, 'catalogue')
      return c.json(await listPlanSettings(deps, catalogue, c.var.locale))
    })
    .get('/:catalogue/sync', async (c) => {
      const { catalogue } = refOf(c, 'catalogue')
      return c.json(await readSync(deps, catalogue, c.var.locale))
    })
    .post('/:catalogue/sync', body(SyncRequest), async (c) => {
      const { catalogue } = refOf(c, 'catalogue')
      const request = { catalogue, ...c.var.body }
      return c.json(await forceCatalogueSync(deps, request, editorOf(c)))
    })
    .get('/:catalogue/plans/:plan/versions', async (c) =>
      c.json(await listVersions(deps, refOf(c, 'catalogue', 'plan'), c.var.locale)),
    )
    .post('/:catalogue/plans/:plan/versions', body(VersionRequest), async (c) => {
      const made = await createVersion(deps, refOf(c, 'catalogue', 'plan'), editorOf(c), c.var.body)
      c.header('ETag', made.etag)
      return c.json(made, 201)
    })
    .get('/:catalogue/plans/:plan/versions/:version', async (c) =>
      answer(c, await readVersion(deps, versionOf(c), c.var.locale)),
    )
    .put('/:catalogue/plans/:plan/versions/:version', body(PlanVersionContent), async (c) => {
      const editor = editorOf(c)
      if (editor.ifMatch === null) throw new BillingError('precondition-required')
      return answer(c, await updateVersion(deps, versionOf(c), editor, c.var.body))
    })
    .delete('/:catalogue/plans/:plan/versions/:version', async (c) =>
      c.json(await deleteVersion(deps, versionOf(c), editorOf(c))),
    )
    .post('/:catalogue/plans/:plan/versions/:version/check', body(PlanVersionContent), async (c) =>
      c.json(await checkVersion(deps, versionOf(c), editorOf(c), c.var.body)),
    )
    .get('/:catalogue/plans/:plan/versions/:version/history', async (c) =>
      c.json(await readVersionHistory(deps, versionOf(c))),
    )
  for (const action of switches)
    routes.post(`/:catalogue/plans/:plan/versions/:version/${action}`, async (c) =>
      answer(c, await setVersionState(deps, versionOf(c), editorOf(c), action)),
    )
  return routes
}

/** The parts of a request that do not depend on its body. */
type Asked = Pick<Context<AppEnv>, 'req' | 'var'>

const answer = (c: Pick<Context, 'header' | 'json'>, version: { etag: string }) => {
  c.header('ETag', version.etag)
  return c.json(version)
}

/** The names in the path; a name with an invalid format is "not found". */
const refOf = <Name extends 'catalogue' | 'plan'>(c: Asked, ...names: Name[]) => {
  const entries = names.map((name) => [name, c.req.param(name) ?? ''] as const)
  if (entries.some(([, value]) => !Slug.safeParse(value).success)) throw new BillingError('not-found')
  return Object.fromEntries(entries) as Record<Name, string>
}

const versionOf = (c: Asked) => {
  const number = c.req.param('version') ?? ''
  if (!/^[1-9]\d{0,6}$/.test(number)) throw new BillingError('not-found')
  return { ...refOf(c, 'catalogue', 'plan'), number: Number(number) }
}

const editorOf = (c: Asked) => ({
  actor: c.var.identity.email ?? c.var.identity.subject,
  locale: c.var.locale,
  ifMatch: c.req.header('If-Match') ?? null,
})
