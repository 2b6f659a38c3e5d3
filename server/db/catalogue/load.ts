import type { Words } from '#contract/locale'
import type { Db } from '../connection/open.ts'
import * as tables from '../tables/index.ts'
import type { CatalogueFile, CataloguePlan } from './file.ts'
import { insertContents } from './version-contents.ts'

/**
 * Inserts the catalogues of the files into a database that does not have them. Existing ones stay: from then on
 * administrators own them.
 */
export const loadCatalogues = async (db: Db, files: CatalogueFile[]): Promise<void> => {
  for (const file of files)
    await db.transaction(async (tx) => {
      const isNew = await insertCatalogue(tx, file)
      if (isNew) for (const plan of file.plans) await insertPlan(tx, file, plan)
    })
}

const insertCatalogue = async (tx: Db, file: CatalogueFile): Promise<boolean> => {
  const { id, name, sample, currencies, policy, limits } = file
  const row = { id, name, sample, currencies, policy, limitNames: limits }
  const [inserted] = await tx.insert(tables.catalogues).values(row).onConflictDoNothing().returning()
  if (!inserted) return false
  const groups = Object.entries(file.groups).map(([group, words], position) => ({
    catalogue: id,
    id: group,
    name: words,
    position,
  }))
  const features = file.features.map((feature, position) => ({
    catalogue: id,
    id: feature.id,
    group: feature.group ?? null,
    name: feature.name,
    listedAs: feature.listed ? (feature.listedAs ?? feature.name) : null,
    position,
  }))
  const named = (list: CatalogueFile['parameters']) =>
    list.map((item, position) => ({ ...item, catalogue: id, position }))
  await insert(tx, tables.featureGroups, groups)
  await insert(tx, tables.features, features)
  await insert(tx, tables.parameters, named(file.parameters))
  await insert(tx, tables.services, named(file.services))
  return true
}

/** Drizzle refuses an empty list; here an empty list is correct and inserts nothing. */
const insert = async <T extends Parameters<Db['insert']>[0]>(tx: Db, table: T, rows: T['$inferInsert'][]) => {
  if (rows.length > 0) await tx.insert(table).values(rows as never)
}

const insertPlan = async (tx: Db, file: CatalogueFile, plan: CataloguePlan): Promise<void> => {
  const { id, rank, highlighted, contactSales, hidden, inherits, name, version } = plan
  await tx.insert(tables.plans).values({
    catalogue: file.id,
    id,
    rank,
    highlighted,
    contactSales,
    hidden,
    inherits,
    lastNumber: version.number,
  })
  const versionId = `${file.id}/${id}/${version.number}`
  await tx.insert(tables.planVersions).values({
    id: versionId,
    catalogue: file.id,
    plan: id,
    number: version.number,
    name,
    description: version.description,
    audience: version.audience,
    startsAt: new Date(version.startsAt),
    published: true,
    active: true,
    limits: version.limits,
    limitTexts: version.limitTexts,
    support: version.support,
  })
  const { prices, parameters, services } = version
  await insertContents(tx, versionId, {
    features: Object.fromEntries(inheritedFeatures(file, plan)),
    prices,
    parameters: mapped(parameters, ({ included, packages }) => ({
      included,
      packages: mapped(packages, ({ month, year }) => ({ month: rowsOf(month), year: rowsOf(year) })),
    })),
    services,
  })
}

const mapped = <K extends string, V, W>(
  record: Partial<Record<K, V>>,
  change: (value: V) => W,
): Partial<Record<K, W>> =>
  Object.fromEntries(Object.entries(record).map(([key, value]) => [key, change(value as V)])) as never

/** Package rows, as in `{ '10': 800 }`: from ten units on, each costs eight. */
const rowsOf = (units: Record<string, number>) =>
  Object.entries(units).map(([quantity, unit]) => ({ quantity: Number(quantity), unit }))

/** A plan inherits the features of other plans; its own texts override theirs ("24-48 h" becomes "2-4 h"). */
const inheritedFeatures = (file: CatalogueFile, plan: CataloguePlan): Map<string, true | Words> => {
  const base = file.plans.find(({ id }) => id === plan.inherits)
  const inherited = base ? inheritedFeatures(file, base) : []
  return new Map([...inherited, ...Object.entries(plan.version.features)])
}
