import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { fillDisk } from '../../../../scripts/testing/fill-disk.ts'
import { startTestServer, type TestServer } from '../test-server.ts'

let server: TestServer
beforeEach(async () => {
  server = await startTestServer()
})
afterEach(() => server.close())

const names = () =>
  server.events
    .filter((event) => event.type === 'customer.created')
    .map((event) => (event.data.object as { name: string }).name)

const create = async (...names: string[]) => {
  for (const name of names) await server.stripe.customers.create({ name })
}

describe('webhooks', () => {
  it('arrive signed and in the order in which things happened', async () => {
    await create('a', 'b', 'c')
    await server.sandbox.settled()
    expect(names()).toEqual(['a', 'b', 'c'])
    expect(server.events[0]).toMatchObject({ api_version: '2026-10-28.endive', livemode: false })
  })

  it('arrive twice, in another order or late when a fault says so', async () => {
    server.sandbox.faults({ webhooks: { duplicate: true } })
    await create('twice')
    await server.sandbox.settled()
    expect(names()).toEqual(['twice', 'twice'])
    server.sandbox.faults({ webhooks: { duplicate: false, reorder: true, delayMs: 60 } })
    await create('first', 'second')
    expect(names()).toHaveLength(2)
    await server.sandbox.settled()
    expect(names().slice(2)).toEqual(['second', 'first'])
  })

  it('that were dropped are found by listing events, and come when resent', async () => {
    const { sandbox, stripe } = server
    sandbox.faults({ webhooks: { drop: true } })
    await create('lost')
    await sandbox.settled()
    sandbox.faults({ webhooks: { drop: false } })
    expect(names()).toEqual([])
    const missed = await stripe.events.list({ delivery_success: false, types: ['customer.created'] })
    expect(missed.data).toHaveLength(1)
    await sandbox.resend(missed.data[0]!.id)
    expect(names()).toEqual(['lost'])
    expect((await stripe.events.list({ delivery_success: false })).data).toHaveLength(0)
  })

  it('are retried by the clock until the receiver accepts them', async () => {
    const { stripe, sandbox, until, clock } = server
    let answers = [500, 500, 200]
    const received: number[] = []
    const receiver = createServer((_request, response) => {
      const status = answers[0] ?? 200
      answers = answers.slice(1)
      received.push(status)
      response.writeHead(status).end()
    })
    await new Promise<void>((resolve) => receiver.listen(0, '127.0.0.1', resolve))
    await stripe.webhookEndpoints.create({
      url: `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/`,
      enabled_events: ['product.created'],
    })
    await stripe.products.create({ name: 'Retried' })
    await sandbox.settled()
    expect(received).toEqual([500])
    expect(sandbox.due()!.getTime()).toBeGreaterThan(clock.now().getTime())
    await until(clock.now().getTime() + 3600_000)
    expect(received).toEqual([500, 500, 200])
    receiver.close()
  })

  it('on a full disk do not end the process, pause, and are written down once there is room', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'stripe-'))
    const { stripe, sandbox, events, until, clock, close } = await startTestServer(undefined, directory)
    const escaped: unknown[] = []
    const note = (reason: unknown) => escaped.push(reason)
    process.on('unhandledRejection', note)
    sandbox.faults({ webhooks: { delayMs: 60 } })
    await stripe.customers.create({ name: 'late' })
    const makeRoom = fillDisk()
    await vi.waitFor(() => expect(events.length).toBeGreaterThan(0), { timeout: 10_000 })
    await vi.waitFor(() => expect(sandbox.due()!.getTime()).toBeGreaterThan(clock.now().getTime()), {
      timeout: 10_000,
    })
    const sent = sandbox.deliveries()
    await sandbox.settled()
    expect(sandbox.deliveries()).toBe(sent)
    makeRoom()
    process.off('unhandledRejection', note)
    expect(escaped).toEqual([])
    expect(sandbox.due()!.getTime()).toBeGreaterThan(clock.now().getTime())
    await until(clock.now().getTime() + 3600_000)
    expect((await stripe.events.list({ delivery_success: false })).data).toHaveLength(0)
    await close()
    rmSync(directory, { recursive: true })
  })
})
