import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { newId } from '../../base/id.ts'
import { newCustomer } from '../../testing/customer.ts'
import { openWorld, type World } from '../../testing/world.ts'

let world: World
beforeAll(async () => {
  world = await openWorld()
})
afterAll(() => world.close())

const dayIn = (at: string, timeZone: string) =>
  new Intl.DateTimeFormat('en-CA', { dateStyle: 'short', timeZone }).format(new Date(at))

const startTrial = (timeZone?: string) =>
  world.send('/v1/trials', {
    body: { catalogue: 'erp', email: `${newId('ana')}@lopez.mx`, company: 'Ana', timeZone },
  })

describe('an ecosystem has the time zone of its buyer’s browser', () => {
  it.each([
    ['America/Tijuana', 'America/Tijuana'],
    ['america/hermosillo', 'America/Hermosillo'],
    ['Asia/Tokyo', 'Asia/Tokyo'],
    [undefined, 'America/Mexico_City'],
    ['Mars/Olympus_Mons', 'America/Mexico_City'],
    ['+05:00', 'America/Mexico_City'],
    ['', 'America/Mexico_City'],
  ])('a trial from %s counts them in %s', async (sent, kept) => {
    const { status, body } = await startTrial(sent)
    expect([status, body.timeZone]).toEqual([201, kept])
    await world.settled()
    const headers = await world.signIn(body.ecosystem)
    const billing = await world.send(`/v1/ecosystems/${body.ecosystem}/billing`, { headers })
    expect(billing.body.timeZone).toBe(kept)
  })

  it.each(['America/Tijuana', 'America/Hermosillo', 'Pacific/Honolulu', 'Asia/Tokyo', 'America/Mexico_City'])(
    'a purchase from %s renews on a 1st of its own calendar',
    async (timeZone) => {
      const ana = await newCustomer(world, { catalogue: 'waizant', plan: 'lite', timeZone })
      const billing = await ana.billing()
      expect(billing.timeZone).toBe(timeZone)
      expect(dayIn(billing.nextPayment.date, timeZone)).toMatch(/-01$/)
      expect(dayIn(billing.nextPayment.date, 'America/Mexico_City')).toMatch(/-01$/)
    },
  )
})

describe('the owner changes the time zone', () => {
  it('and every answer has the new one, and payments stay at their times', async () => {
    const ana = await newCustomer(world, { catalogue: 'waizant', plan: 'plus' })
    const before = await ana.billing()
    const { status, body } = await ana.put('time-zone', { timeZone: 'Asia/Tokyo' })
    expect(status).toBe(200)
    expect(body).toMatchObject({ timeZone: 'Asia/Tokyo', nextPayment: before.nextPayment })
    const preview = (await ana.preview('premium')).body
    const seats = (await ana.post('licences/preview', { quantity: 9 })).body
    const { timeZone } = await ana.get('balance')
    expect([preview.timeZone, seats.timeZone, timeZone]).toEqual(Array(3).fill('Asia/Tokyo'))
  })

  it('notices have the local date', async () => {
    const ana = await newCustomer(world, { catalogue: 'erp', plan: 'pro' })
    await ana.post('cancellation', { reason: 'unused' })
    const { accessUntil } = await ana.billing()
    const lastMoment = new Date(+new Date(accessUntil) - 1)
    const said = async (timeZone: string) => {
      const { body } = await ana.put('time-zone', { timeZone })
      const day = new Intl.DateTimeFormat('es-MX', { dateStyle: 'long', timeZone }).format(lastMoment)
      return body.notices[0].text.includes(`termina el ${day}`)
    }
    expect([await said('Pacific/Kiritimati'), await said('Pacific/Pago_Pago')]).toEqual([true, true])
  })

  it('its own backend is notified of the times that moved', async () => {
    const ana = await newCustomer(world, { catalogue: 'erp', plan: 'basico' })
    const { revision } = await ana.get('entitlements')
    await ana.put('time-zone', { timeZone: 'America/Tijuana' })
    expect((await ana.get('entitlements')).revision).toBeGreaterThan(revision)
  })

  it('an unknown zone is refused, and a member who may only read changes nothing', async () => {
    const ana = await newCustomer(world, { catalogue: 'erp', plan: 'basico' })
    for (const timeZone of ['Mars/Olympus_Mons', '+05:00', 'a b', '../etc', '', 5]) {
      const { status, body } = await ana.put('time-zone', { timeZone })
      expect([status, body.errors[0].path]).toEqual([400, 'timeZone'])
    }
    const reader = await world.signIn(ana.id, { groups: [ana.id] })
    const path = `/v1/ecosystems/${ana.id}/time-zone`
    const body = { timeZone: 'Asia/Tokyo' }
    expect((await world.send(path, { method: 'PUT', body, headers: reader })).status).toBe(403)
    expect((await ana.billing()).timeZone).toBe('America/Mexico_City')
  })
})
