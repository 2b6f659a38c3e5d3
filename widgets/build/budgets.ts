import { readFile, writeFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { type BundledWidgets, elements } from '../../bundle.config.ts'
import { brotli } from './brotli.ts'

/** What a page loads for something, and the most that it may weigh. */
export interface Budget {
  /** The same in every release: the guide tells of it by this name. */
  name: string
  /** Without `widgets/` and `.ts`; with each comes all that it cannot start without. */
  sources: readonly string[]
  /** What the page has loaded before: it is not counted again. */
  beyond?: readonly string[]
  /** Bytes, brotli. */
  most: number
}

const onScreen = (words = 'es-mx') => ['waizant', 'plan-picker/plan-picker', `words/${words}/plans`]

/** An element beside the picker. */
const further = (name: string, ...more: string[]): Budget => ({
  name,
  sources: [`${name}/${name}`, ...more],
  beyond: onScreen(),
  most: 4_200,
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
    'waizant',
    'page',
    ...elements.map((name) => `${name}/${name}`),
    ...areas.map((area) => `words/${words}/${area}`),
  ],
  most: 36_000,
})

const dialogOfPlans = (words: string): Budget => ({
  name: `plan-change-dialog-${words}`,
  sources: ['plan-change/plan-change-dialog'],
  beyond: [...onScreen(words), 'plan-change/plan-change', `words/${words}/change`],
  most: 8_450,
})

/** The back office is for administrators: it loads once one is signed in, and with nothing else. */
const office = (words: string): Budget => ({
  name: `back-office-${words}`,
  sources: ['plan-settings/back-office', `words/${words}/office`],
  beyond: [...onScreen(words), 'plan-settings/plan-settings', `words/${words}/settings`],
  most: 27_000,
})

const panel = [...onScreen(), 'billing-panel/billing-panel', 'words/es-mx/panel']
const dialogs = [...onScreen(), 'billing-panel/panel-body', 'billing-actions/carry-out-action']
const acting = ['plan-behaviour/plan-behaviour', 'words/es-mx/actions']

/** Every promise of weight. A test holds each build against them, and the guide shows how it stands. */
export const budgets: readonly Budget[] = [
  { name: 'script-tag', sources: ['waizant'], most: 1_000 },
  { name: 'picker-on-screen-es-mx', sources: onScreen(), most: 11_900 },
  { name: 'picker-on-screen-en', sources: onScreen('en'), most: 11_900 },
  further('plan-comparison', 'words/es-mx/comparison'),
  further('balance-badge', 'words/es-mx/balance'),
  further('encounter-purchase', 'words/es-mx/encounters'),
  further('licence-purchase', 'words/es-mx/licences'),
  further('plan-change', 'words/es-mx/change'),
  further('billing-panel', 'words/es-mx/panel'),
  further('billing-notice', 'words/es-mx/notice'),
  further('plan-settings', 'words/es-mx/settings'),
  everything('es-mx'),
  everything('en'),
  { name: 'hydration', sources: ['hydrate', 'rendered'], beyond: onScreen(), most: 2_600 },
  { name: 'acting', sources: acting, beyond: onScreen(), most: 4_200 },
  {
    name: 'buying',
    sources: ['plan-behaviour/carry-out'],
    beyond: [...onScreen(), ...acting],
    most: 4_000,
  },
  dialogOfPlans('es-mx'),
  dialogOfPlans('en'),
  {
    name: 'paying',
    sources: ['payment/bank', 'payment/card-step', 'words/es-mx/card'],
    beyond: [...onScreen(), 'plan-change/plan-change-dialog'],
    most: 4_000,
  },
  {
    name: 'panel-body',
    sources: ['billing-panel/panel-body', 'words/es-mx/billing'],
    beyond: panel,
    most: 6_460,
  },
  office('es-mx'),
  office('en'),
  { name: 'invoices', sources: ['billing-panel/invoices'], beyond: panel, most: 4_000 },
  {
    name: 'panel-actions',
    sources: ['billing-actions/carry-out-action', 'words/es-mx/account'],
    beyond: panel,
    most: 4_000,
  },
  { name: 'card-dialog', sources: ['card-dialog/card-dialog'], beyond: dialogs, most: 8_000 },
  {
    name: 'cancellation-dialog',
    sources: ['cancellation-dialog/cancellation-dialog', 'words/es-mx/cancellation'],
    beyond: dialogs,
    most: 8_000,
  },
  ...['trial-dialog', 'lead-dialog'].map((name) => ({
    name,
    sources: [`${name}/${name}`, 'words/es-mx/forms'],
    beyond: [...onScreen(), 'plan-behaviour/plan-behaviour', 'plan-behaviour/carry-out'],
    most: 4_000,
  })),
]

/** The file of a source, and every file that it cannot start without. */
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

/** What a build sends for a budget's sources: bytes, brotli. */
export const weigh = async (built: BundledWidgets, { sources, beyond = [] }: Budget): Promise<number> => {
  const known = together(built, beyond)
  let bytes = 0
  for (const file of together(built, sources)) {
    if (known.has(file)) continue
    bytes += (await brotli(await readFile(join(built.outdir, basename(file))))).length
  }
  return bytes
}

/** Keeps what a build weighs beside it, for the page that shows how it stands: `dist/weights.json`. */
export const writeWeights = async (built: BundledWidgets): Promise<void> => {
  const weights: Record<string, number> = {}
  for (const budget of budgets) weights[budget.name] = await weigh(built, budget)
  await writeFile(join(built.outdir, '../weights.json'), JSON.stringify(weights, null, 2))
}
