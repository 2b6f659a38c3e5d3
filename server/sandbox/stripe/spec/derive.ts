/**
 * Derives what Stripe accepts and returns from the SDK's own type files, so that the sandbox can never be more lenient
 * than the SDK's API version. Run it after every SDK update: `npm run derive -w @waizant/stripe-sandbox`.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { routes } from '../routes.ts'
import type { Contract, Shape } from './shape.ts'
import { shaper } from './shaper.ts'

/** Objects whose fields are checked; any other object appears only as its id. */
const OBJECTS = [
  'charge checkout.session coupon credit_note credit_note_line_item customer customer_balance_transaction discount',
  'event invoice invoice_payment invoiceitem item line_item payment_intent payment_method plan price product refund',
  'setup_intent subscription subscription_item subscription_schedule tax_rate test_helpers.test_clock webhook_endpoint',
]
  .join(' ')
  .split(' ')

const sdk = join(dirname(fileURLToPath(import.meta.resolve('stripe'))), '..')
const resources = join(sdk, 'esm/resources')
const files = readdirSync(resources, { recursive: true, encoding: 'utf8' }).filter(
  (name) => name.endsWith('.d.ts') && !name.endsWith('index.d.ts'),
)
const program = ts.createProgram(
  files.map((name) => join(resources, name)),
  { strict: true, skipLibCheck: true, noEmit: true, module: ts.ModuleKind.NodeNext, types: [] },
)
const checker = program.getTypeChecker()
const shapes = shaper(checker, OBJECTS)

/** `create(params) { return this._makeRequest('POST', '/v1/…' …` → method name → route key. */
const routesOf = (file: string) => {
  const found = new Map<string, string>()
  const script = readFileSync(file.replace(/\.d\.ts$/, '.js'), 'utf8')
  for (const [, method, verb, path] of script.matchAll(
    /^ {4}(\w+)\([^)]*\) \{\s*(?:[^{}]*?)this\._makeRequest\('(\w+)', [`'](\/v1[^`']*)[`']/gm,
  ))
    found.set(method!, `${verb} ${path!.replace(/\$\{encodeURIComponent\((\w+)\)\}/g, ':id')}`)
  return found
}

const requests: Record<string, Shape> = {}
const objects: Record<string, Shape> = {}
const served = new Set(Object.keys(routes))

for (const name of files) {
  const file = join(resources, name)
  const source = program.getSourceFile(file)
  if (!source) continue
  source.forEachChild((node) => {
    if (ts.isClassDeclaration(node)) {
      const paths = routesOf(file)
      for (const member of node.members) {
        if (!ts.isMethodDeclaration(member)) continue
        const key = paths.get(member.name.getText(source))
        if (!key || !served.has(key)) continue
        const params = member.parameters.find((parameter) => parameter.name.getText(source) === 'params')
        requests[key] = params ? shapes.of(checker.getTypeAtLocation(params), 'request') : ['o', {}]
      }
    }
    if (ts.isInterfaceDeclaration(node)) {
      const type = checker.getTypeAtLocation(node)
      const kind = shapes.objectOf(type)
      const known = node.name.text === 'EventBase' ? 'event' : kind
      if (!known || !OBJECTS.includes(known) || node.name.text.startsWith('Deleted')) return
      objects[known] ??= shapes.fieldsOf(type, 'answer')
    }
  })
}

const missing = [
  ...[...served].filter((key) => !requests[key]).map((key) => `no parameters found for ${key}`),
  ...OBJECTS.filter((kind) => !objects[kind]).map((kind) => `no fields found for ${kind}`),
]
if (missing.length) throw new Error(missing.join('\n'))

const contract: Contract = {
  sdk: readFileSync(join(sdk, 'VERSION'), 'utf8').trim(),
  apiVersion: /ApiVersion = '([^']+)'/.exec(readFileSync(join(sdk, 'esm/apiVersion.js'), 'utf8'))![1]!,
  shapes: shapes.table,
  requests: Object.fromEntries(Object.entries(requests).sort(([a], [b]) => a.localeCompare(b))),
  objects,
}
writeFileSync(join(import.meta.dirname, 'contract.generated.json'), `${JSON.stringify(contract)}\n`)
console.log(
  `${Object.keys(requests).length} requests, ${OBJECTS.length} objects, ${shapes.table.length} shapes`,
)
