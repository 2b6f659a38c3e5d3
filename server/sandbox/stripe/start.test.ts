import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import Stripe from 'stripe'
import { expect, it } from 'vitest'

const start = (...options: string[]) =>
  spawn(process.execPath, [join(import.meta.dirname, 'start.ts'), ...options], {
    env: { ...process.env, NODE_ENV: 'test' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })

/** What it prints, once its keys are there. */
const printed = async (child: ReturnType<typeof start>): Promise<string> => {
  let lines = ''
  for await (const chunk of child.stdout) {
    lines += chunk
    if (lines.includes('publishable key')) return lines
  }
  throw new Error(`It ended: ${lines}${await text(child.stderr)}`)
}

it('starts alone, serves the SDK, moves with a test clock, and ends when asked', async () => {
  const child = start('--port', '0')
  const ended = once(child, 'exit')
  const lines = await printed(child)
  const stripe = new Stripe(/sk_test_\w+/.exec(lines)![0], {
    host: '127.0.0.1',
    port: Number(/localhost:(\d+)/.exec(lines)![1]),
    protocol: 'http',
    telemetry: false,
  })
  const customer = await stripe.customers.create({ name: 'Ana' })
  const card = await stripe.paymentMethods.attach('pm_card_visa', { customer: customer.id })
  const price = await stripe.prices.create({
    currency: 'usd',
    unit_amount: 1500,
    recurring: { interval: 'month' },
    product_data: { name: 'Basic' },
  })
  await stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: price.id }],
    default_payment_method: card.id,
  })
  const clock = await stripe.testHelpers.testClocks.create({ frozen_time: customer.created })
  await stripe.testHelpers.testClocks.advance(clock.id, { frozen_time: clock.frozen_time + 40 * 86_400 })
  let status = ''
  while (status !== 'ready') ({ status } = await stripe.testHelpers.testClocks.retrieve(clock.id))
  const invoices = await stripe.invoices.list({ customer: customer.id })
  expect(invoices.data.map((invoice) => [invoice.status, invoice.amount_paid])).toEqual([
    ['paid', 1500],
    ['paid', 1500],
  ])
  child.kill('SIGTERM')
  expect(await ended).toEqual([0, null])
})

it('says how to start it when an option is wrong', async () => {
  const child = start('--port', 'x')
  const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'exit')])
  expect(said).toContain('x is no port.\nUsage: npm start -w @waizant/stripe-sandbox')
  expect(code).toBe(1)
})
