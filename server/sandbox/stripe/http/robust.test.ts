import fc from 'fast-check'
import { expect, it } from 'vitest'
import { paySession } from '../checkout/pay.ts'
import { runningClock } from '../clock.ts'
import { Engine } from '../engine.ts'
import { routes } from '../routes.ts'
import { contract, fieldsOf, resolve, type Shape } from '../spec/shape.ts'
import { answerApi } from './api.ts'

let engine: Engine
let ids: string[]

const call = (method: string, path: string, form: string) =>
  answerApi(engine, {
    method,
    path,
    query: method === 'GET' ? form : '',
    body: method === 'GET' ? '' : form,
    headers: { authorization: `Bearer ${engine.account.secretKey}` },
  })

const made = (path: string, form: string): string => JSON.parse(call('POST', path, form).body).id

/** One object of every kind, so that random requests find something to change. */
const makeWorld = () => {
  engine = new Engine(null, runningClock())
  engine.checksAnswers = true
  const customer = made('/v1/customers', 'email=a@b.mx')
  const method = made('/v1/payment_methods/pm_card_visa/attach', `customer=${customer}`)
  const price = made(
    '/v1/prices',
    'currency=usd&unit_amount=900&recurring[interval]=month&product_data[name]=Pro',
  )
  const once = made('/v1/prices', 'currency=usd&unit_amount=900&product_data[name]=Once')
  const subscription = made(
    '/v1/subscriptions',
    `customer=${customer}&items[0][price]=${price}&default_payment_method=${method}`,
  )
  const items = JSON.parse(call('GET', `/v1/subscriptions/${subscription}`, '').body).items.data
  const session = made(
    '/v1/checkout/sessions',
    `mode=payment&success_url=https://a.b&line_items[0][price]=${once}&line_items[0][quantity]=1`,
  )
  const paid = made(
    '/v1/checkout/sessions',
    `mode=payment&success_url=https://a.b&line_items[0][price]=${once}&line_items[0][quantity]=1&invoice_creation[enabled]=true`,
  )
  engine.transact((draft) => paySession(draft, paid, { card: '4242424242424242' }))
  ids = [customer, method, price, once, subscription, items[0].id, session, paid]
  ids.push(
    made('/v1/tax_rates', 'display_name=IVA&percentage=16&inclusive=false'),
    made('/v1/coupons', 'percent_off=10'),
  )
  ids.push(made('/v1/invoiceitems', `customer=${customer}&amount=500&currency=usd`))
  ids.push(
    made('/v1/payment_intents', 'amount=900&currency=usd'),
    made('/v1/setup_intents', `customer=${customer}`),
  )
  made('/v1/invoices', `customer=${customer}&pending_invoice_items_behavior=include`)
  made('/v1/invoiceitems', `customer=${customer}&amount=900&currency=usd`)
  const open = made('/v1/invoices', `customer=${customer}&pending_invoice_items_behavior=include`)
  call('POST', `/v1/invoices/${open}/finalize`, '')
  ids.push(made('/v1/invoiceitems', `customer=${customer}&amount=700&currency=usd`))
  const other = made(
    '/v1/subscriptions',
    `customer=${customer}&items[0][price]=${price}&default_payment_method=${method}&trial_period_days=9`,
  )
  ids.push(other, JSON.parse(call('GET', `/v1/subscriptions/${other}`, '').body).items.data[0].id)
  ids.push(made('/v1/subscription_schedules', `from_subscription=${subscription}`))
  ids.push(
    ...engine.store.all('invoice').map((invoice) => invoice.id),
    ...engine.store.all('charge').map((charge) => charge.id),
  )
}

/** Ids are drawn by their position in the world, because each world has its own ids. */
const idLike = (name: string): fc.Arbitrary<string> =>
  fc.nat(99).map((number) => `#${/(\w+)(\[\d*\]|\])*$/.exec(name)?.[1] ?? ''}:${number}`)

const PREFIXES: Record<string, string> = {
  customer: 'cus_',
  customers: 'cus_',
  price: 'price_',
  prices: 'price_',
  product: 'prod_',
  products: 'prod_',
  subscription: 'sub_1',
  subscriptions: 'sub_1',
  from_subscription: 'sub_1',
  payment_method: 'pm_',
  payment_methods: 'pm_',
  default_payment_method: 'pm_',
  invoice: 'in_',
  invoices: 'in_',
  coupon: '',
  coupons: '',
  charge: 'ch_',
  payment_intent: 'pi_',
  payment_intents: 'pi_',
  setup_intents: 'seti_',
  subscription_schedules: 'sub_sched',
  subscription_items: 'si_',
  sessions: 'cs_',
  invoiceitems: 'ii_',
  tax_rates: 'txr_',
  id: 'si_',
}

/** Mostly an id of the kind that the parameter's name suggests; sometimes any other. */
const found = (mark: string): string => {
  const [name, number] = mark.slice(1).split(':') as [string, string]
  const fitting = ids.filter((id) => id.startsWith(PREFIXES[name] ?? '#'))
  const from = fitting.length && Number(number) < 90 ? fitting : ids
  return from[Number(number) % from.length]!
}

/** A value for a parameter: a valid one, or junk. */
const valueFor = (shape: Shape, name: string, depth = 0): fc.Arbitrary<[string, string][]> => {
  const resolved = resolve(shape)
  const junk = fc.constantFrom(
    '',
    'x',
    '-1',
    '0',
    '1.5',
    '9'.repeat(20),
    'true',
    'null',
    '{}',
    '\u0000',
    '😀',
  )
  const word = (values: string[]) =>
    fc
      .oneof({ weight: 20, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: junk })
      .map((value): [string, string][] => [[name, value]])
  if (resolved === 'b') return word(['true', 'false'])
  if (resolved === 'n')
    return word(['0', '1', '7', '900', '1900000000', String(Math.floor(Date.now() / 1000) + 1000)])
  if (typeof resolved === 'string') {
    if (/currency\]?$/.test(name)) return word(['usd', 'usd', 'mxn', 'eur'])
    if (/url\]?$/.test(name)) return word(['https://a.b'])
    const known = word([
      'usd',
      'pm_card_visa',
      'pm_card_chargeDeclined',
      'pm_card_authenticationRequired',
      'month',
      '12',
    ])
    const id = idLike(name).map((mark): [string, string][] => [[name, mark]])
    const isId = Object.hasOwn(PREFIXES, /(\w+)(\[\d*\]|\])*$/.exec(name)?.[1] ?? '')
    return fc.oneof({ weight: isId ? 8 : 1, arbitrary: id }, { weight: isId ? 1 : 3, arbitrary: known })
  }
  const [kind, inner] = resolved
  if (kind === 'e') return word(inner)
  if (kind === '?') return valueFor(inner, name, depth)
  if (kind === 'l') return valueFor(inner, `${name}[0]`, depth)
  if (kind === 'm') return valueFor(inner, `${name}[key]`, depth)
  if (kind === 'u' && !inner.length) return word([''])
  if (kind === 'u') return fc.oneof(...inner.map((each) => valueFor(each, name, depth)))
  return kind === 'o' && depth < 3 ? group(resolved, name, depth + 1) : word(['x'])
}

const group = (shape: Shape, prefix: string, depth: number): fc.Arbitrary<[string, string][]> => {
  const fields = [...fieldsOf(shape)].filter(([name]) => name !== 'expand')
  if (!fields.length) return fc.constant([])
  return fc
    .tuple(
      ...fields.map(([name, field]) =>
        fc.oneof(
          {
            weight: field.required ? 30 : 1,
            arbitrary: valueFor(field.shape, prefix ? `${prefix}[${name}]` : name, depth),
          },
          { weight: field.required ? 1 : depth ? 3 : 12, arbitrary: fc.constant<[string, string][]>([]) },
        ),
      ),
    )
    .map((parts) => parts.flat())
}

const request = fc.constantFrom(...Object.keys(routes)).chain((key) =>
  fc.record({
    key: fc.constant(key),
    form: group(contract.requests[key]!, '', 0),
    // The last noun of the path gives the kind of id.
    marks: fc.tuple(...[...key.matchAll(/(\w+)\/:id/g)].map((match) => idLike(match[1]!))),
  }),
)

/** Whatever the requests did, time must still move on and the books must be right. */
const liveOn = () => {
  engine.onCommit = () => {}
  engine.clock.advanceTo(new Date(engine.clock.now().getTime() + 75 * 86_400_000))
  engine.runDue()
  for (const customer of engine.store.all('customer')) {
    const rows = engine.store.where('customer_balance_transaction', 'customer', customer.id)
    expect(rows.reduce((sum, row) => sum + row.amount, 0)).toBe(
      customer.balance ?? rows.at(-1)?.ending_balance ?? 0,
    )
  }
  for (const invoice of engine.store.all('invoice')) {
    const extra = (taxes: readonly { amount: number; tax_behavior?: string }[] | null | undefined) =>
      (taxes ?? []).reduce((sum, tax) => sum + (tax.tax_behavior === 'inclusive' ? 0 : tax.amount), 0)
    const lines = invoice.lines.data.map(
      (line) => line.amount - extra(line.discount_amounts) + extra(line.taxes),
    )
    expect(lines.reduce((sum, amount) => sum + amount, 0)).toBe(invoice.total)
  }
}

it('answers any request as Stripe might: never a crash, and nothing done by what was refused', () => {
  fc.assert(
    fc.property(fc.array(request, { minLength: 25, maxLength: 25 }), (requests) => {
      makeWorld()
      for (const { key, form, marks } of requests) {
        const [method, path] = key.split(' ') as [string, string]
        let commits = 0
        engine.onCommit = () => {
          commits++
        }
        const fill = (value: string) => (/^#\w*:\d+$/.test(value) ? found(value) : value)
        const body = form
          .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(fill(value))}`)
          .join('&')
        let place = 0
        const { status } = call(
          method,
          path.replaceAll(':id', () => found(marks[place++]!)),
          body,
        )
        expect([200, 400, 402, 404]).toContain(status)
        if (status === 400 || status === 404) expect(commits).toBe(0)
      }
      liveOn()
    }),
    { numRuns: 100 },
  )
}, 120_000)
