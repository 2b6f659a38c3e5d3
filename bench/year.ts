import { createTestPrice, startTestServer } from '@waizant/stripe-sandbox/test-server'
import { openResults } from './results.ts'

/** How long a year of renewals takes, including the delivery of webhooks: `node bench/year.ts 1000`. */
const { tell, keep } = openResults('year')
const count = Number(process.argv[2] ?? 1000)
const server = await startTestServer('2027-01-15T06:00:00Z', null, { checksAnswers: false })
const price = await createTestPrice(server.stripe, 'Pro', 3100)
const timed = async (what: string, run: () => Promise<void>) => {
  const start = performance.now()
  await run()
  tell(what, (performance.now() - start) / 1000, 's')
}

await timed(`${count.toLocaleString('en')} subscriptions made over HTTP`, async () => {
  for (let index = 0; index < count; index++) {
    const customer = await server.stripe.customers.create({ email: `n${index}@example.com` })
    const method = await server.stripe.paymentMethods.attach('pm_card_visa', { customer: customer.id })
    await server.stripe.subscriptions.create({
      customer: customer.id,
      items: [{ price: price.id }],
      default_payment_method: method.id,
      billing_cycle_anchor_config: { day_of_month: 1, hour: 6, minute: 0, second: 0 },
    })
  }
  await server.sandbox.settled()
})
await timed('a year of renewals, every webhook delivered', () => server.until('2028-01-15T06:00:00Z'))
tell('signed webhooks of that year', server.events.length, 'count')
tell('memory of the process', process.memoryUsage().rss, 'bytes')
keep()
await server.close()
