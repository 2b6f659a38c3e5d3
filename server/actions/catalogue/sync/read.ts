import type { CatalogueSync, SyncedEnvironment, SyncedPrice, SyncedVersion } from '#contract/catalogue-sync'
import type { Locale } from '#contract/locale'
import { BillingError } from '../../../base/billing-error.ts'
import { type ListedPrice, readKey, stalePrices, stateOf } from '../../../billing/catalogue/listed-prices.ts'
import { formatMoney } from '../../../billing/money/format.ts'
import { type SyncRow, syncRow } from '../../../db/catalogue/syncs.ts'
import type { Deps } from '../../../deps.ts'
import type { CatalogueProvider, Environment } from '../../../payments/catalogue-port.ts'
import { type SyncProblem, syncProblem } from '../../../words/catalogue-sync.ts'
import { accountProblem } from './check-account.ts'
import { type DesiredCatalogue, type DesiredProduct, desiredCatalogue } from './desired-state.ts'

/** How every environment compares with the store, read from the provider now. */
export const readSync = async (deps: Deps, catalogue: string, locale: Locale): Promise<CatalogueSync> => {
  const picture = await desiredCatalogue(deps, catalogue)
  const environments: SyncedEnvironment[] = []
  for (const environment of deps.environments.all)
    environments.push(await readEnvironment(deps, { environment, picture, locale }))
  return { catalogue, environments }
}

interface Look {
  environment: Environment
  picture: DesiredCatalogue
  locale: Locale
}

const readEnvironment = async (deps: Deps, look: Look): Promise<SyncedEnvironment> => {
  const { environment, picture, locale } = look
  const { name, provider } = environment
  const row = await syncRow(deps.db, { catalogue: picture.catalogue, environment: name })
  const base = {
    name,
    sells: name === deps.environments.own,
    configured: provider !== null,
    account: null,
    problem: null,
    syncedAt: row?.syncedAt?.toISOString() ?? null,
    versions: [],
  }
  const failed = (state: SyncedEnvironment['state'], code: SyncProblem) => ({
    ...base,
    state,
    problem: { code, text: syncProblem(code, locale) },
  })
  if (!provider) return failed('not-configured', 'not-configured')
  try {
    const account = await provider.account()
    const problem = accountProblem(environment, account, row)
    if (problem) return { ...failed('refused', problem), account }
    const versions = await versionsAt(provider, picture, locale)
    return { ...base, account, versions, state: stateFor(versions, row) }
  } catch (error) {
    if (error instanceof BillingError) return failed('unreachable', 'unreachable')
    deps.log.warn({ err: error, environment: name }, 'could not read the environment from the provider')
    return failed('unreachable', 'bad-keys')
  }
}

const stateFor = (versions: SyncedVersion[], row: SyncRow | null): SyncedEnvironment['state'] => {
  if (versions.every(({ state }) => state === 'in-sync')) return 'in-sync'
  const isWorking = row !== null && row.heard < row.wanted
  return isWorking ? 'working' : 'drift'
}

const versionsAt = async (
  provider: CatalogueProvider,
  { products }: DesiredCatalogue,
  locale: Locale,
): Promise<SyncedVersion[]> => {
  const found = []
  for (const product of products) {
    const listed = await provider.prices(product.key)
    if (product.prices.length || listed.length)
      found.push(...pricesAt({ product, listed, made: await provider.product(product.key), locale }))
  }
  return [...Map.groupBy(found, ({ version }) => version)].map(([version, parts]) => {
    const prices = parts.map(({ price }) => price)
    const product = parts.find((part) => part.product.state !== 'in-sync')?.product ?? parts[0]!.product
    const isInSync = product.state === 'in-sync' && prices.every(({ state }) => state === 'in-sync')
    const [plan, number] = version.split('/')
    return { plan: plan!, version: Number(number), product, prices, state: isInSync ? 'in-sync' : 'drift' }
  })
}

interface ProductAt {
  product: DesiredProduct
  listed: ListedPrice[]
  made: Awaited<ReturnType<CatalogueProvider['product']>>
  locale: Locale
}

/** A product's prices, each with the version that it belongs to. */
const pricesAt = ({ product, listed, made, locale }: ProductAt) => {
  const about = {
    id: made?.id ?? `waizant_${product.key.replaceAll('/', '_')}`,
    state: !made
      ? ('missing' as const)
      : !made.active
        ? ('archived' as const)
        : made.name !== product.name
          ? ('other-name' as const)
          : ('in-sync' as const),
  }
  const ours = product.prices.map((price) => {
    const { state, kept, found } = stateOf(price, listed)
    return { key: price.key, amount: price.amount, state, providerId: kept?.id ?? null, found }
  })
  const kept = new Set(ours.flatMap(({ providerId }) => providerId ?? []))
  const left = stalePrices(kept, listed).map(({ id, key, amount }) => ({
    key: key!,
    amount: amount ?? 0,
    state: 'to-archive' as const,
    providerId: id,
    found: amount,
  }))
  return [...ours, ...left].flatMap(({ key, amount, state, providerId, found }) => {
    const said = readKey(key)
    if (!said) return []
    const { currency, interval } = said
    const money = (minor: number) => formatMoney(minor, currency, locale)
    const price: SyncedPrice = {
      key,
      currency,
      interval,
      package: said.package,
      amount: money(amount),
      providerId,
      found: found === null ? null : money(found),
      state,
    }
    return [{ version: `${product.plan}/${said.version}`, product: about, price }]
  })
}
