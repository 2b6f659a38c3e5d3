// Rules that matter are errors. Biome checks the rest; here stand who may import whom, and Lit's own.
import astro from 'eslint-plugin-astro'
import lit from 'eslint-plugin-lit'
import litA11y from 'eslint-plugin-lit-a11y'
import wc from 'eslint-plugin-wc'
import tseslint from 'typescript-eslint'
import { insidePackage } from './scripts/inside-package.ts'
import { namedPackages } from './scripts/named-packages.ts'
import { noCircles } from './scripts/no-circles.ts'
import { hasSubject } from './widgets/styles/has-subject.ts'

/** Forbids imports to some files. Flat configs replace one another, so each list says all of its rules. */
const mayNotImport = (files, ...rules) => ({
  files,
  rules: {
    'no-restricted-imports': 'off',
    '@typescript-eslint/no-restricted-imports': ['error', { patterns: rules }],
  },
})

const not = (group, message, options = {}) => ({ group, message, ...options })

const stripe = not(['stripe', 'stripe/*'], 'Only payments/stripe speaks Stripe.')
const sandbox = not(
  ['**/sandbox/**', '@waizant/stripe-sandbox', '@waizant/stripe-sandbox/*'],
  'Stand-ins are chosen by open-deps.ts and known to nobody else.',
)
const insideStripeSandbox = not(
  ['**/sandbox/stripe/**', './stripe/**'],
  'The Stripe sandbox is a package: import @waizant/stripe-sandbox, and export there what is missing.',
)
const http = not(['hono', 'hono/*', '**/http/**', '**/routes/**'], 'HTTP stays at the edge.')
const outward = not(['**/site/**', '**/widgets/**'], 'The server knows neither site nor widgets.')
const sql = not(
  ['drizzle-orm', 'drizzle-orm/*', '**/db/tables/**'],
  'SQL lives in db/: write a function there, named after what it reads or writes, and call it.',
)
const database = not(['**/db/**', 'drizzle-orm', 'drizzle-orm/*'], 'The database is reached through actions.')
const zodAtRuntime = not(['zod', 'zod/*'], 'zod weighs more than an element: import types from #contract.')
const schemas = not(
  [
    '#contract/*',
    '!#contract/savings',
    '!#contract/added-features',
    '!#contract/language',
    '!#contract/number-text',
  ],
  'Only types: a schema would bring zod along.',
  { allowTypeImports: true },
)
const insideServer = not(['**/server/**'], 'The server is reached over HTTP; its promises are in #contract.')

const server = [stripe, sandbox, outward]

/** The same moment is another day in another zone, so only few files format dates, and those ask for the zone. */
const dates = [
  {
    selector: "MemberExpression[object.name='Intl'][property.name='DateTimeFormat']",
    message:
      'A day needs its zone: use dayText of widgets/i18n/day-text.ts, or billing/calendar/date-text.ts.',
  },
  {
    selector: 'CallExpression[callee.property.name=/^toLocale(Date|Time)?String$/]',
    message:
      'A day needs its zone: use dayText of widgets/i18n/day-text.ts, or billing/calendar/date-text.ts. A number needs none: use numberText of #contract/number-text.',
  },
  {
    selector:
      'CallExpression[callee.property.name=/^[gs]et(Date|Day|Month|FullYear|Hours|Minutes|TimezoneOffset)$/]',
    message:
      "This is the machine's zone: use billing/calendar with the zone of the ecosystem, or the getUTC… and setUTC… of Date.",
  },
]

export default [
  { ignores: ['dist/', 'widgets/dist/', 'node_modules/', '.astro/', '.data/', 'widgets/releases/'] },
  {
    files: ['**/*.ts'],
    languageOptions: { parser: tseslint.parser },
    plugins: { '@typescript-eslint': tseslint.plugin },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
  },
  ...astro.configs['flat/recommended'],
  {
    files: ['**/*.astro'],
    languageOptions: { parserOptions: { parser: tseslint.parser } },
    plugins: { '@typescript-eslint': tseslint.plugin },
  },
  {
    files: ['server/**/*.ts'],
    ignores: ['server/env.ts', 'server/testing/**', 'server/sandbox/stripe/**', '**/*.test.ts'],
    rules: {
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'env.ts is the only reader of process.env.' },
      ],
    },
  },
  {
    files: ['server/**/*.test.ts'],
    rules: {
      'no-restricted-syntax': [
        'error',
        {
          selector: 'CallExpression[callee.property.name="send"] > Literal[value="/sandbox/clock"]',
          message: 'Use world.advanceBy or world.advanceTo: they fail when the clock refuses to move.',
        },
      ],
    },
  },
  {
    files: ['widgets/**/*.ts', 'site/**/*.{ts,astro}', 'server/**/*.ts'],
    // The stand-ins show dates as what they stand in for does.
    ignores: [
      '**/*.test.ts',
      'server/contract/number-text.ts',
      'widgets/i18n/day-text.ts',
      'server/billing/calendar/*.ts',
      'server/sandbox/stripe/**',
      'server/testing/**',
    ],
    rules: { 'no-restricted-syntax': ['error', ...dates] },
  },
  mayNotImport(['server/**/*.ts'], ...server),
  mayNotImport(
    ['server/contract/**/*.ts'],
    not(['../*', '../**'], 'The contract depends on nothing.'),
    ...server,
    { regex: '^zod$', message: 'zod/mini, please.' },
  ),
  mayNotImport(
    ['server/billing/**/*.ts'],
    ...server,
    http,
    database,
    not(
      ['**/actions/**', '**/payments/**', '**/jobs/**', '**/clock.ts', 'node:*'],
      'Decisions are pure: no clock, database, provider or I/O.',
    ),
  ),
  mayNotImport(['server/actions/**/*.ts', 'server/jobs/**/*.ts'], ...server, http, sql),
  mayNotImport(['server/db/**/*.ts'], ...server, http),
  mayNotImport(['server/http/**/*.ts', 'server/mail/**/*.ts', 'server/identity/**/*.ts'], ...server, sql),
  mayNotImport(
    ['server/routes/**/*.ts'],
    ...server,
    database,
    not(['**/payments/**', '**/billing/**'], 'Routes parse, call an action, and answer.'),
  ),
  mayNotImport(['server/payments/**/*.ts'], sandbox, outward, http, database),
  mayNotImport(
    [
      'server/startup/open-deps.ts',
      'server/startup/open-environments.ts',
      'server/sandbox/**/*.ts',
      'server/testing/**/*.ts',
      'server/simulation/**/*.ts',
      'server/**/*.test.ts',
    ],
    outward,
  ),
  mayNotImport(
    [
      'server/sandbox/*.ts',
      'server/testing/**/*.ts',
      'server/simulation/**/*.ts',
      'server/{actions,billing,http,jobs,mail,messaging,routes}/**/*.test.ts',
    ],
    outward,
    insideStripeSandbox,
  ),
  mayNotImport(
    ['widgets/**/*.ts'],
    zodAtRuntime,
    schemas,
    insideServer,
    not(['**/site/**'], 'Widgets stand on any page.'),
  ),
  mayNotImport(['site/**/*.{ts,astro}'], zodAtRuntime, schemas, insideServer),
  // The guide is made of the server's own lists when it is built; none of them reaches a page's script.
  mayNotImport(['site/guide/{build,words}/*.ts'], zodAtRuntime),
  // A journey starts the whole server, as an operator does.
  mayNotImport(['site/journeys/*.ts'], zodAtRuntime),
  {
    files: ['server/sandbox/**/*.ts'],
    plugins: { waizant: { rules: { 'no-circles': noCircles } } },
    rules: { 'waizant/no-circles': 'error' },
  },
  {
    files: ['**/*.{ts,js,mjs,astro}'],
    plugins: { packages: { rules: { named: namedPackages } } },
    rules: { 'packages/named': 'error' },
  },
  {
    files: ['server/sandbox/stripe/**/*.ts'],
    // Its tests use the repository's browser and full disk.
    ignores: ['**/*.test.ts'],
    plugins: { package: { rules: { inside: insidePackage } } },
    rules: { 'package/inside': 'error' },
  },
  {
    files: ['widgets/**/*.ts'],
    ...lit.configs['flat/recommended'],
  },
  { files: ['widgets/**/*.ts'], ...wc.configs['flat/recommended'] },
  {
    files: ['widgets/**/*.ts'],
    plugins: { waizant: { rules: { 'has-subject': hasSubject } } },
    rules: { 'waizant/has-subject': 'error' },
  },
  { files: ['widgets/**/*.ts'], plugins: { 'lit-a11y': litA11y }, rules: litA11y.configs.recommended.rules },
]
