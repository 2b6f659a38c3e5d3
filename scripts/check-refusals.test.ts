import { join } from 'node:path'
import { ESLint } from 'eslint'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '..')

/** What `npm run check` says of a file's content. */
const said = async (path: string, code: string): Promise<string[]> => {
  const [result] = await new ESLint({ cwd: root }).lintText(code, { filePath: join(root, path) })
  return result!.messages.map(({ message }) => message)
}

it.each([
  [
    'SQL in an action',
    'server/actions/seats/refused.ts',
    `import { sql } from 'drizzle-orm'\nexport const all = sql\`select 1\`\n`,
    'SQL lives in db/: write a function there',
  ],
  [
    'a table in an action',
    'server/actions/seats/refused.ts',
    `import { ecosystems } from '../../db/tables/index.ts'\nexport const all = ecosystems\n`,
    'SQL lives in db/: write a function there',
  ],
  [
    'a database in a decision',
    'server/billing/refused.ts',
    `import { ecosystemById } from '../db/ecosystems/ecosystems.ts'\nexport const one = ecosystemById\n`,
    'The database is reached through actions.',
  ],
  [
    'the provider outside of its folder',
    'server/actions/seats/refused.ts',
    `import Stripe from 'stripe'\nexport const one = Stripe\n`,
    'Only payments/stripe speaks Stripe.',
  ],
  [
    'a page that knows the server',
    'site/views/Refused.astro',
    `---\nimport { readEnv } from '../../server/env.ts'\nconst { PORT } = readEnv({})\n---\n\n<p>{PORT}</p>\n`,
    'The server is reached over HTTP',
  ],
  [
    'an element that knows the site',
    'widgets/elements/refused.ts',
    `import { routes } from '../../site/routes.ts'\nexport const all = routes\n`,
    'Widgets stand on any page.',
  ],
  [
    'an invoice that imports its subscription, which imports invoices',
    'server/sandbox/stripe/objects/invoice/settle.ts',
    `import { invoicePaid } from '../subscription/invoice-paid.ts'\nexport const settle = invoicePaid\n`,
    'let it emit an event and name the reaction',
  ],
  [
    'a circle of types',
    'server/sandbox/stripe/draft.ts',
    `import type { Engine } from './engine.ts'\nexport type Draft = Engine\n`,
    'A circle of imports: server/sandbox/stripe/draft.ts → server/sandbox/stripe/engine.ts → server/sandbox/stripe/draft.ts',
  ],
  [
    'a file inside the Stripe sandbox',
    'server/routes/seats/refused.test.ts',
    `import { Engine } from '../../sandbox/stripe/engine.ts'\nexport const one = Engine\n`,
    'The Stripe sandbox is a package: import @waizant/stripe-sandbox',
  ],
  [
    'the Stripe sandbox in an action',
    'server/actions/seats/refused.ts',
    `import { startStripeSandbox } from '@waizant/stripe-sandbox'\nexport const one = startStripeSandbox\n`,
    'Stand-ins are chosen by open-deps.ts',
  ],
  [
    'a package that reaches out of its folder',
    'server/sandbox/stripe/objects/refused.ts',
    `import { readEnv } from '../../../env.ts'\nexport const one = readEnv\n`,
    'A package stands alone',
  ],
  [
    'a dependency that only another package names',
    'site/views/Refused.astro',
    `---\nimport { html } from 'lit'\nconst text = html\`one\`\n---\n\n<p>{text}</p>\n`,
    'site/package.json does not name lit: add it there',
  ],
  [
    'a path into a package that is not named',
    'server/routes/seats/refused.ts',
    `import { day } from '../../../widgets/i18n/day-text.ts'\nexport const one = day\n`,
    'server/package.json does not name @waizant/billing: add it there',
  ],
  [
    'a dependency that is only loaded on demand',
    'server/mail/refused.ts',
    `export const one = await import('esbuild')\n`,
    'server/package.json does not name esbuild: add it there',
  ],
  [
    'a day without its zone on a page',
    'site/views/Refused.astro',
    `---\nconst day = new Date().toLocaleDateString('en')\n---\n\n<p>{day}</p>\n`,
    'A day needs its zone',
  ],
  [
    'a day without its zone in an element',
    'widgets/elements/refused.ts',
    'export const text = (day: Date) => day.toLocaleString("en")\n',
    'A day needs its zone',
  ],
  [
    'a formatter without a zone in an element',
    'widgets/elements/refused.ts',
    'export const text = new Intl.DateTimeFormat("en").format(0)\n',
    'A day needs its zone',
  ],
  [
    "the machine's day in a decision",
    'server/billing/refused.ts',
    'export const day = (at: Date) => at.getDate()\n',
    "This is the machine's zone",
  ],
])('is refused with what to do: %s', async (_, path, code, sentence) => {
  expect((await said(path, code)).join('\n')).toContain(sentence)
})
