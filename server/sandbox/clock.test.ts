import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it, vi } from 'vitest'
import { fillDisk } from '../../scripts/testing/fill-disk.ts'
import { newCustomer } from '../testing/customer.ts'
import { openWorld } from '../testing/world.ts'
import { movableClock } from './clock.ts'

const days = (many: number) => many * 24 * 60 * 60 * 1000
const real = Date.now

/** From now on the machine's clock differs from the real one by this much. */
const machineOff = (ms: number) => vi.spyOn(Date, 'now').mockImplementation(() => real() + ms)

afterEach(() => vi.restoreAllMocks())

it('goes on from where it was when the machine’s clock goes back, and runs on', () => {
  const clock = movableClock(null, new Date('2027-01-15T12:00:00Z'))
  const before = clock.now()
  machineOff(-days(40))
  const after = clock.now()
  expect(after.getTime()).toBeGreaterThanOrEqual(before.getTime())
  expect(after.getTime() - before.getTime()).toBeLessThan(days(1))
  machineOff(-days(40) + 5_000)
  expect(clock.now().getTime() - after.getTime()).toBeGreaterThanOrEqual(5_000)
  clock.advanceTo(new Date(clock.now().getTime() + days(3)))
  machineOff(-days(80))
  expect(clock.now().getTime()).toBeGreaterThanOrEqual(after.getTime() + days(3))
})

it('is not behind after a restart either', () => {
  const directory = mkdtempSync(join(tmpdir(), 'clock-'))
  const first = movableClock(directory, new Date('2027-01-15T12:00:00Z'))
  first.advanceTo(new Date('2027-03-01T00:00:00Z'))
  machineOff(-days(40))
  expect(movableClock(directory).now().toISOString()).toMatch(/^2027-03-01T00:0/)
  rmSync(directory, { recursive: true })
})

it('does not move when the move cannot be written down, and moves once room is made', () => {
  const directory = mkdtempSync(join(tmpdir(), 'clock-'))
  const clock = movableClock(directory, new Date('2027-01-15T12:00:00Z'))
  const makeRoom = fillDisk()
  expect(() => clock.advanceTo(new Date('2027-03-01T00:00:00Z'))).toThrow('no space left')
  expect(clock.now().toISOString()).toMatch(/^2027-01-15/)
  makeRoom()
  clock.advanceTo(new Date('2027-02-01T00:00:00Z'))
  expect(clock.now().toISOString()).toMatch(/^2027-02-01/)
  rmSync(directory, { recursive: true })
})

it('lets a customer change and buy while the machine’s clock goes back 40 days', async () => {
  const world = await openWorld()
  const ana = await newCustomer(world, { catalogue: 'waizant', plan: 'plus' })
  const headers = await world.signIn(ana.id, { expiresIn: 3600 })
  const ask = (path: string, body?: object) =>
    world.send(`/v1/ecosystems/${ana.id}/${path}`, {
      ...(body && { body }),
      headers: { ...headers, 'Idempotency-Key': `clock-${path}` },
    })
  expect((await ask('billing')).status).toBe(200)
  machineOff(-days(40))
  const quote = await ask('plan-changes/preview', { plan: 'premium', interval: 'month' })
  expect([quote.status, (await ask('plan-changes', { quoteId: quote.body.quoteId })).body.status]).toEqual([
    200,
    'applied',
  ])
  await world.settled()
  expect(await world.deps.jobs.dead.list()).toEqual([])
  await world.close()
})
