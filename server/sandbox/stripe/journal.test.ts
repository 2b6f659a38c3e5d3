import { appendFileSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { givenPrice, givenSandbox, sdkFor } from './given.ts'
import { startStripeSandbox } from './index.ts'

it('keeps everything over a restart, and nothing of a request that was cut off', async () => {
  const directory = mkdtempSync(join(tmpdir(), 'stripe-'))
  const first = await givenSandbox('2027-01-10T06:00:00Z', directory)
  const price = await givenPrice(first.stripe, 'Kept', 1500)
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
