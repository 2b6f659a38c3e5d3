import { appendFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { startStripeSandbox } from './index.ts'
import { createTestPrice, sdkFor, startTestServer } from './test-server.ts'

it('keeps everything over a restart, and nothing of a request that was cut off', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'stripe-'))
  const first = await startTestServer('2027-01-10T06:00:00Z', directory)
  const price = await createTestPrice(first.stripe, 'Kept', 1500)
  const customer = await first.stripe.customers.create({ name: 'Ana' }, { idempotencyKey: 'kept' })
  const method = await first.stripe.paymentMethods.attach('pm_card_visa', { customer: customer.id })
  const subscription = await first.stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: price.id }],
    default_payment_method: method.id,
  })
  const due = first.sandbox.due()
  await first.close()
  appendFileSync(join(directory, 'stripe', 'journal.jsonl'), '[["customer","cus_half",{"id":"cus_h')

  const sandbox = await startStripeSandbox({ port: 0, directory, clock: first.clock })
  const stripe = sdkFor(sandbox)
  expect(sandbox.secretKey).toBe(first.sandbox.secretKey)
  expect(sandbox.due()).toEqual(due)
  expect(await stripe.subscriptions.retrieve(subscription.id)).toMatchObject({ status: 'active' })
  expect((await stripe.customers.create({ name: 'Ana' }, { idempotencyKey: 'kept' })).id).toBe(customer.id)
  await expect(stripe.customers.retrieve('cus_half')).rejects.toMatchObject({ code: 'resource_missing' })
  await sandbox.close()
  rmSync(directory, { recursive: true })
})

it('continues the journal of an earlier release, with an update that waits for its payment', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'stripe-'))
  const first = await startTestServer('2027-01-10T06:00:00Z', directory)
  const [basic, pro] = [
    await createTestPrice(first.stripe, 'Basic', 1500),
    await createTestPrice(first.stripe, 'Pro', 4000),
  ]
  const customer = await first.stripe.customers.create({ name: 'Ana' })
  const subscription = await first.stripe.subscriptions.create({
    customer: customer.id,
    items: [{ price: basic.id }],
    default_payment_method: (
      await first.stripe.paymentMethods.attach('pm_card_visa', { customer: customer.id })
    ).id,
  })
  const failing = await first.stripe.paymentMethods.attach('pm_card_chargeCustomerFail', {
    customer: customer.id,
  })
  await first.stripe.subscriptions.update(subscription.id, { default_payment_method: failing.id })
  await first.stripe.subscriptions.update(subscription.id, {
    items: [{ id: subscription.items.data[0]!.id, price: pro.id }],
    proration_behavior: 'always_invoice',
    payment_behavior: 'pending_if_incomplete',
  })
  await first.close()
  const file = join(directory, 'stripe', 'journal.jsonl')
  const written = readFileSync(file, 'utf8').replaceAll('["internal.', '["own.')
  // Its items are charged from an internal object that only the payment adds.
  expect(written).toContain('"changes":[["own.debit"')
  writeFileSync(file, written)

  const sandbox = await startStripeSandbox({ port: 0, directory, clock: first.clock })
  const stripe = sdkFor(sandbox)
  expect(sandbox.secretKey).toBe(first.sandbox.secretKey)
  const { latest_invoice } = await stripe.subscriptions.retrieve(subscription.id)
  const visa = await stripe.paymentMethods.attach('pm_card_visa', { customer: customer.id })
  await stripe.invoices.pay(latest_invoice as string, { payment_method: visa.id })
  const paid = await stripe.subscriptions.retrieve(subscription.id)
  expect([paid.pending_update, paid.items.data[0]!.price.id]).toEqual([null, pro.id])
  await sandbox.close()
  expect(readFileSync(file, 'utf8')).not.toContain('["own.')
  rmSync(directory, { recursive: true })
})
