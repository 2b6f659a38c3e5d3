import { expect, it } from 'vitest'
import { openWorld } from '../testing/world.ts'

it('lets an address post so much a minute, and says how much is left', async () => {
  const world = await openWorld('embedded', { settings: { RATE_LIMIT_PER_MINUTE: '2', TRUST_PROXY: 'true' } })
  const post = (address: string) =>
    world.send('/v1/leads', {
      body: { catalogue: 'erp' },
      headers: { 'X-Forwarded-For': `${Math.random()}, ${address}` },
    })
  expect((await post('1.1.1.1')).headers.get('RateLimit-Remaining')).toBe('1')
  expect((await post('1.1.1.1')).status).toBe(400)
  const refused = await post('1.1.1.1')
  expect([refused.status, refused.body.code]).toEqual([429, 'too-many-requests'])
  expect(Number(refused.headers.get('Retry-After'))).toBeGreaterThan(0)
  expect((await post('2.2.2.2')).status).toBe(400)
  await world.close()
})
