import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../base/id.ts'
import { stripeOf } from '../../sandbox/console.ts'
import { newCustomer } from '../../testing/customer.ts'
import { mailTo } from '../../testing/mail.ts'
import { cards, openWorld, type World } from '../../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

interface Trial {
  id: string
  email: string
  company: string
}

const startTrial = async (): Promise<Trial> => {
  const person = { email: `${newId('ana')}@x.mx`, company: newId('Empresa').slice(0, 20) }
  const { body } = await world.send('/v1/trials', { body: { catalogue: 'erp', ...person } })
  await world.settled()
  return { ...person, id: body.ecosystem }
}

/** An anonymous caller sends a request with nothing but what the form says. */
const ask = (request: object, headers: Record<string, string> = {}, key = newId('key')) =>
  world.send('/v1/checkouts', {
    body: {
      catalogue: 'erp',
      plan: 'pro',
      interval: 'year',
      currency: 'MXN',
      successUrl: `${world.url}/gracias`,
      cancelUrl: `${world.url}/precios`,
      ...request,
    },
    headers: { 'Idempotency-Key': key, ...headers },
  })

const read = async (id: string) => (await world.send(`/v1/checkouts/${id}`)).body
const sessionOf = async (id: string) =>
  (await stripeOf(world.stripe).checkout.sessions.list({ limit: 100 })).data.find(
    (one) => one.client_reference_id === id,
  )!
const refusalOf = ({ status, body }: { status: number; body: Record<string, unknown> }) => {
  const { type: _, ...rest } = body
  return { status, ...rest }
}

describe('a checkout for an ecosystem', () => {
  it('can’t be opened without a token, and no answer reveals whether it exists', async () => {
    const trial = await startTrial()
    const paying = await newCustomer(world, { catalogue: 'erp', plan: 'pro' })
    const own = await ask({ ecosystem: trial.id }, await world.signIn(trial.id))
    const asked = [trial.id, paying.id, 'nobody']
    for (const headers of [{}, { Authorization: 'Bearer bad' }] as Record<string, string>[]) {
      const answers = await Promise.all(asked.map((ecosystem) => ask({ ecosystem }, headers)))
      expect(answers.map(refusalOf)).toEqual(asked.map(() => refusalOf(answers[0]!)))
      expect([answers[0]!.status, answers[0]!.body.code]).toEqual([401, 'not-signed-in'])
    }
    const stranger = await world.signIn((await startTrial()).id)
    const answers = await Promise.all(asked.map((ecosystem) => ask({ ecosystem }, stranger)))
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404])
    expect(await read(own.body.id)).toMatchObject({ status: 'open' })
  })

  it('can’t be opened by a member who may only read it', async () => {
    const { id } = await startTrial()
    const { status } = await ask({ ecosystem: id }, await world.signIn(id, { groups: [] }))
    expect(status).toBe(403)
  })

  it('shows no address that its caller did not give', async () => {
    const trial = await startTrial()
    const { body } = await ask(
      { ecosystem: trial.id },
      await world.signIn(trial.id, { email: 'compras@empresa.mx' }),
    )
    expect(JSON.stringify(await sessionOf(body.id))).not.toContain(trial.email)
    expect((await sessionOf(body.id)).customer_email).toBe('compras@empresa.mx')
  })
})

describe('an anonymous checkout with the address and company of another person', () => {
  it('gets the same answer for a customer, a trial and an unknown person, and closes none of their pages', async () => {
    const trial = await startTrial()
    const subscribed = await startTrial()
    const bought = await ask({ ecosystem: subscribed.id }, await world.signIn(subscribed.id))
    await world.pay(bought.body.id, cards.good)
    const open = await ask({ email: trial.email, company: trial.company, buyer: crypto.randomUUID() })
    const own = await ask({ ecosystem: trial.id }, await world.signIn(trial.id))
    const nobody = { email: 'nobody@x.mx', company: 'Nobody' }
    for (const { email, company } of [trial, subscribed, nobody]) {
      const { status, body } = await ask({ email, company })
      expect([status, Object.keys(body)]).toEqual([201, ['id', 'url', 'expiresAt']])
      const { customer, customer_email: shown } = await sessionOf(body.id)
      expect([customer, shown]).toEqual([null, email])
    }
    expect(await read(own.body.id)).toMatchObject({ status: 'open' })
    expect(await read(open.body.id)).toMatchObject({ status: 'open' })
  })

  it('activates the earlier trial of the same person, and closes their other pages for it', async () => {
    const { email, company, id } = await startTrial()
    const [phone, laptop] = [await ask({ email, company }), await ask({ email, company })]
    await world.pay(phone.body.id, cards.good)
    expect(await read(phone.body.id)).toMatchObject({ status: 'complete', ecosystem: id })
    expect(await read(laptop.body.id)).toMatchObject({ status: 'expired' })
    expect((await world.pay(laptop.body.id, cards.good)).status).not.toBe(200)
  })

  it('leaves an existing subscription alone: it is for a new ecosystem', async () => {
    const customer = await newCustomer(world, { catalogue: 'erp', plan: 'pro' })
    const before = await customer.billing()
    const again = { email: `${newId('eva')}@x.mx`, company: newId('Doble').slice(0, 14) }
    const [first, second] = [await ask(again), await ask({ ...again, plan: 'basico' })]
    await world.pay(first.body.id, cards.good)
    expect((await world.pay(second.body.id, cards.good)).status).not.toBe(200)
    const third = await ask({ ...again, plan: 'basico' })
    await world.pay(third.body.id, cards.good)
    const [one, other] = [await read(first.body.id), await read(third.body.id)]
    expect([one.status, other.status]).toEqual(['complete', 'complete'])
    expect(other.ecosystem).not.toBe(one.ecosystem)
    expect(await customer.billing()).toEqual(before)
  })

  it('is refused in the same browser, which has bought that already', async () => {
    const wanted = { email: `${newId('eva')}@x.mx`, company: newId('Sola'), buyer: crypto.randomUUID() }
    const { body } = await ask(wanted)
    await world.pay(body.id, cards.good)
    expect((await ask(wanted)).body.code).toBe('already-subscribed')
    expect((await ask({ ...wanted, buyer: crypto.randomUUID() })).status).toBe(201)
  })
})

describe('the link of a mail about a trial', () => {
  const linkOf = async (email: string) => {
    const mails = await mailTo(world, email)
    const found = mails.map(({ text }) => /\/precios\?waizant-link=(\S+)/.exec(text)?.[1])
    return found.filter((one) => one !== undefined)
  }

  it('opens its checkout in one step, and keeps everything when it is paid', async () => {
    const trial = await startTrial()
    await world.advanceBy('P24D')
    const [link] = await linkOf(trial.email)
    const opened = await ask({ link })
    expect(opened.status, opened.text).toBe(201)
    expect(JSON.stringify(await sessionOf(opened.body.id))).not.toContain(trial.email)
    await world.pay(opened.body.id, cards.good)
    expect(await read(opened.body.id)).toMatchObject({ status: 'complete', ecosystem: trial.id })
    expect((await ask({ link })).body.code).toBe('link-not-valid')
  })

  it('is in every mail that asks to choose a plan, works until the data is deleted, and then expires', async () => {
    const trial = await startTrial()
    await world.advanceBy('P45D')
    const links = await linkOf(trial.email)
    expect(links.length).toBeGreaterThan(2)
    for (const link of links) expect((await ask({ link })).status).toBe(201)
    await world.advanceBy('P44D')
    expect((await ask({ link: links.at(-1) })).body.code).toBe('link-not-valid')
  })

  it('is refused in the same way when it was changed, for any ecosystem in it', async () => {
    const [trial, other] = [await startTrial(), await startTrial()]
    await world.advanceBy('P24D')
    const [link] = await linkOf(trial.email)
    const [id, until, signature] = link!.split('.')
    const changed = [
      `${other.id}.${until}.${signature}`,
      `${id}.${Number(until) + 1}.${signature}`,
      `${id}.${until}.${signature!.slice(1)}`,
      `nobody.${until}.${signature}`,
      `${id}.NaN.`,
      '..',
    ]
    const answers = await Promise.all(changed.map((one) => ask({ link: one })))
    expect(answers.map(refusalOf)).toEqual(changed.map(() => refusalOf(answers[0]!)))
    expect(answers[0]!.body.code).toBe('link-not-valid')
    expect((await ask({ link, ecosystem: other.id })).body.code).toBe('link-not-valid')
  })
})

describe('an Idempotency-Key of a public route', () => {
  it('belongs to one buyer: the same key of another buyer has its own answer', async () => {
    const buyers = [
      { buyer: crypto.randomUUID() },
      { buyer: crypto.randomUUID() },
      { email: 'ana@uno.mx', company: 'Uno' },
      { email: 'eva@dos.mx', company: 'Dos' },
    ]
    const ids: string[] = []
    for (const buyer of buyers) {
      const { body, status } = await ask(buyer, {}, '1')
      expect(status).toBe(201)
      ids.push(body.id)
      expect((await ask(buyer, {}, '1')).body).toEqual(body)
    }
    expect(new Set(ids).size).toBe(buyers.length)
    const trial = (email: string) =>
      world.send('/v1/trials', {
        body: { catalogue: 'erp', email, company: 'Uno' },
        headers: { 'Idempotency-Key': '1' },
      })
    const [one, other] = [await trial('ana@uno.mx'), await trial('eva@dos.mx')]
    expect([one.status, other.status]).toEqual([201, 201])
    expect(other.body.ecosystem).not.toBe(one.body.ecosystem)
    expect((await trial('ana@uno.mx')).body).toEqual(one.body)
  })

  it('does not reveal the id of a checkout: another server derives another id from the same key', async () => {
    const elsewhere = await openWorld()
    const wanted = { email: 'ana@x.mx', company: 'Uno', buyer: '7a0d4b6e-7f0f-4a8e-9d62-3f5b0d1f9c11' }
    const here = await world.checkout(wanted, 'key')
    const there = await elsewhere.checkout(wanted, 'key')
    expect(here.body.id).not.toBe(there.body.id)
    await elsewhere.close()
  })
})
