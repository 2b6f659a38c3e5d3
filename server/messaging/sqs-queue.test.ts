import { type FauxqsServer, startFauxqs } from 'fauxqs'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { newId } from '../base/id.ts'
import { openWorld, type World } from '../testing/world.ts'

const patience = { timeout: 25_000, interval: 50 }

describe.each(['subscription', 'subscription.fifo'])('the SQS queue %s', (name) => {
  let sqs: FauxqsServer
  let world: World
  const isFifo = name.endsWith('.fifo')
  const unread = name.replace('subscription', 'unread')

  const makeQueue = () => {
    const fifo = isFifo ? { FifoQueue: 'true' } : {}
    const dead = sqs.createQueue(unread, { attributes: fifo })
    sqs.createQueue(name, {
      attributes: {
        ...fifo,
        VisibilityTimeout: '1',
        RedrivePolicy: JSON.stringify({ deadLetterTargetArn: dead.queueArn, maxReceiveCount: 3 }),
      },
    })
  }
  beforeAll(async () => {
    vi.stubEnv('AWS_ACCESS_KEY_ID', 'test')
    vi.stubEnv('AWS_SECRET_ACCESS_KEY', 'test')
    vi.stubEnv('AWS_REGION', 'us-east-1')
    sqs = await startFauxqs({ port: 0, logger: false })
    makeQueue()
    const endpoint = `http://127.0.0.1:${sqs.port}`
    const settings = { SQS_QUEUE_URL: `${endpoint}/000000000000/${name}`, SQS_ENDPOINT: endpoint }
    world = await openWorld({ settings, retries: { limit: 30, seconds: 1, maxSeconds: 1 } })
  })
  afterAll(async () => {
    await world.close()
    await sqs.stop()
    vi.unstubAllEnvs()
  })

  const customer = async (): Promise<string> =>
    (
      await world.send('/sandbox/ecosystems', {
        body: { catalogue: 'waizant', plan: 'lite', company: newId('Co') },
      })
    ).body.ecosystem
  const buy = async (ecosystem: string): Promise<string> => {
    const { body } = await world.send(`/v1/ecosystems/${ecosystem}/encounters`, {
      body: { quantity: 50, expectedTotal: { amount: 3_000, currency: 'USD' } },
      headers: { ...(await world.signIn(ecosystem)), 'Idempotency-Key': newId('key') },
    })
    expect((await world.pay(body.id)).status).toBe(200)
    return body.id
  }
  const delivered = async (ecosystem: string, id: string) =>
    vi.waitFor(async () => {
      const { body } = await world.send(`/v1/ecosystems/${ecosystem}/encounters/${id}`, {
        headers: await world.signIn(ecosystem),
      })
      expect(body.status).toBe('delivered')
    }, patience)
  const tickets = async (ecosystem: string): Promise<number> =>
    (await world.send(`/sandbox/ecosystems/${ecosystem}/tickets`)).body.encounters
  const waitingIn = (queue: string) => {
    const { ready, delayed, inflight } = sqs.inspectQueue(queue)!.messages
    return ready.length + delayed.length + inflight.length
  }
  const drained = () => vi.waitFor(() => expect(waitingIn(name)).toBe(0), patience)
  const put = (body: string) =>
    sqs.sendMessage(
      name,
      body,
      isFifo ? { messageGroupId: newId('group'), messageDeduplicationId: newId('once') } : {},
    )

  it('brings what was paid to the ecosystem’s own database, and deletes the message only then', async () => {
    const ecosystem = await customer()
    const id = await buy(ecosystem)
    await delivered(ecosystem, id)
    expect(await tickets(ecosystem)).toBe(50)
    await drained()
  })

  it('delivers it once, although the message comes again', async () => {
    const ecosystem = await customer()
    const id = await buy(ecosystem)
    const body = JSON.stringify({
      version: 1,
      type: 'encounters-purchased',
      purchase: id,
      ecosystem,
      quantity: 50,
      addedLater: 'is not minded',
    })
    put(body)
    await delivered(ecosystem, id)
    put(body)
    await drained()
    expect(await tickets(ecosystem)).toBe(50)
    expect(waitingIn(unread)).toBe(0)
  })

  it('delivers it again when its consumer crashed between adding and reporting', async () => {
    const { deps } = world
    const { credit } = deps.tickets
    const ecosystem = await customer()
    const added: boolean[] = []
    deps.tickets.credit = async (...given) => {
      added.push(await credit(...given))
      if (added.length === 1) throw new Error('killed')
      return true
    }
    const id = await buy(ecosystem)
    await delivered(ecosystem, id)
    deps.tickets.credit = credit
    expect(added).toEqual([true, false])
    expect(await tickets(ecosystem)).toBe(50)
    await drained()
  })

  it('leaves unreadable messages to operators, and goes on with the rest', async () => {
    const ecosystem = await customer()
    const message = {
      version: 1,
      type: 'encounters-purchased',
      purchase: newId('pur'),
      ecosystem,
      quantity: 50,
    }
    const wrong = ['no JSON', '{}', JSON.stringify({ ...message, version: 2 }), JSON.stringify(message)]
    for (const body of wrong) put(body)
    const id = await buy(ecosystem)
    await delivered(ecosystem, id)
    await vi.waitFor(() => expect(waitingIn(unread)).toBe(wrong.length), patience)
    await drained()
    expect(await tickets(ecosystem)).toBe(50)
  })

  it('may be down for a while: what was paid waits in the store', async () => {
    const ecosystem = await customer()
    sqs.deleteQueue(name)
    const id = await buy(ecosystem)
    expect(await tickets(ecosystem)).toBe(0)
    makeQueue()
    await delivered(ecosystem, id)
    expect(await tickets(ecosystem)).toBe(50)
  })
})
