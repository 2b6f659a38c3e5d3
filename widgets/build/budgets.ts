import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { brotli } from './brotli.ts'
import { type BundledWidgets, elements } from './bundle.ts'

/** A set of files that a page loads for one purpose, and the most that they may weigh. */
export interface Budget {
  /** Stable over releases: the guide refers to the budget by this name. */
  name: string
  /** Without `widgets/` and `.ts`; each source counts with everything that it imports statically. */
  sources: readonly string[]
  /** Sources that the page has loaded before; they are not counted again. */
  beyond?: readonly string[]
  /** Bytes, brotli. */
  most: number
}

const onScreen = (words = 'es-mx') => ['loader', 'elements/plan-picker/plan-picker', `i18n/${words}/plans`]

/** An element in addition to the picker. */
const further = (name: string, ...more: string[]): Budget => ({
  name,
  sources: [`elements/${name}/${name}`, ...more],
  beyond: onScreen(),
  most: 4_520,
})

const areas = [
  'plans',
  'comparison',
  'balance',
  'change',
  'encounters',
  'licences',
  'panel',
  'notice',
  'settings',
]

const everything = (words: string): Budget => ({
  name: `all-elements-${words}`,
  sources: [
    'loader',
    'page-api',
    ...elements.map((name) => `elements/${name}/${name}`),
    ...areas.map((area) => `i18n/${words}/${area}`),
  ],
  most: 36_000,
})

const dialogOfPlans = (words: string): Budget => ({
  name: `plan-change-dialog-${words}`,
  sources: ['elements/plan-change/plan-change-dialog'],
  beyond: [...onScreen(words), 'elements/plan-change/plan-change', `i18n/${words}/change`],
  most: 8_820,
})

/** The back office is for administrators: it loads only once one is signed in. */
const office = (words: string): Budget => ({
  name: `back-office-${words}`,
  sources: ['elements/plan-settings/back-office', `i18n/${words}/office`],
  beyond: [...onScreen(words), 'elements/plan-settings/plan-settings', `i18n/${words}/settings`],
  most: 27_600,
})

const panel = [...onScreen(), 'elements/billing-panel/billing-panel', 'i18n/es-mx/panel']
const dialogs = [...onScreen(), 'elements/billing-panel/panel-body', 'billing-actions/run-customer-action']
const acting = ['plans/plan-behaviour', 'i18n/es-mx/actions']

/** All byte budgets. A test checks each build against them, and the guide shows the current values. */
export const budgets: readonly Budget[] = [
  { name: 'script-tag', sources: ['loader'], most: 1_010 },
  { name: 'picker-on-screen-es-mx', sources: onScreen(), most: 11_999 },
  { name: 'picker-on-screen-en', sources: onScreen('en'), most: 11_999 },
  further('plan-comparison', 'i18n/es-mx/comparison'),
  further('balance-badge', 'i18n/es-mx/balance'),
  further('encounter-purchase', 'i18n/es-mx/encounters'),
  further('licence-purchase', 'i18n/es-mx/licences'),
  further('plan-change', 'i18n/es-mx/change'),
  further('billing-panel', 'i18n/es-mx/panel'),
  further('billing-notice', 'i18n/es-mx/notice'),
  further('plan-settings', 'i18n/es-mx/settings'),
  everything('es-mx'),
  everything('en'),
  { name: 'hydration', sources: ['hydrate', 'hydrate-when-idle'], beyond: onScreen(), most: 2_600 },
  { name: 'acting', sources: acting, beyond: onScreen(), most: 4_540 },
  {
    name: 'buying',
    sources: ['plans/run-action'],
    beyond: [...onScreen(), ...acting],
    most: 4_000,
  },
  dialogOfPlans('es-mx'),
  dialogOfPlans('en'),
  {
    name: 'paying',
    sources: ['payment/bank', 'payment/card-step', 'i18n/es-mx/card'],
    beyond: [...onScreen(), 'elements/plan-change/plan-change-dialog'],
    most: 4_350,
  },
  {
    name: 'panel-body',
    sources: ['elements/billing-panel/panel-body', 'i18n/es-mx/billing'],
    beyond: panel,
    most: 6_700,
  },
  office('es-mx'),
  office('en'),
  { name: 'invoices', sources: ['elements/billing-panel/invoices'], beyond: panel, most: 4_000 },
  {
    name: 'panel-actions',
    sources: ['billing-actions/run-customer-action', 'i18n/es-mx/account'],
    beyond: panel,
    most: 4_000,
  },
  { name: 'card-dialog', sources: ['dialogs/card-dialog/card-dialog'], beyond: dialogs, most: 8_000 },
  {
    name: 'cancellation-dialog',
    sources: ['dialogs/cancellation-dialog/cancellation-dialog', 'i18n/es-mx/cancellation'],
    beyond: dialogs,
    most: 8_000,
  },
  ...['trial-dialog', 'lead-dialog'].map((name) => ({
    name,
    sources: [`dialogs/${name}/${name}`, 'i18n/es-mx/forms'],
    beyond: [...onScreen(), 'plans/plan-behaviour', 'plans/run-action'],
    most: 4_000,
  })),
]

/** The file of a source, and every file that it imports statically. */
const filesOf = ({ outputs }: BundledWidgets, source: string): Set<string> => {
  const entry = Object.entries(outputs).find(([, { entryPoint }]) => entryPoint === `widgets/${source}.ts`)
  if (!entry) throw new Error(`No bundle begins with widgets/${source}.ts.`)
  const needed = new Set([entry[0]])
  for (const file of needed)
    for (const { path, kind } of outputs[file]!.imports) if (kind === 'import-statement') needed.add(path)
  return needed
}

const together = (built: BundledWidgets, sources: readonly string[]) =>
  new Set(sources.flatMap((source) => [...filesOf(built, source)]))

/** What a build sends for a budget's sources, in bytes after brotli. */
export const weigh = async (built: BundledWidgets, { sources, beyond = [] }: Budget): Promise<number> => {
  const known = together(built, beyond)
  let bytes = 0
  for (const file of together(built, sources)) {
    if (known.has(file)) continue
    bytes += (await brotli(await readFile(join(built.outdir, basename(file))))).length
  }
  return bytes
}

/** Writes the weights of a build to `dist/weights.json`, for the guide's page of speed. */
export const writeWeights = async (built: BundledWidgets): Promise<void> => {
  const weights: Record<string, number> = {}
  for (const budget of budgets) weights[budget.name] = await weigh(built, budget)
  await writeFile(join(built.outdir, '../weights.json'), JSON.stringify(weights, null, 2))
}
