import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { openUserPool } from '../testing/cognito.ts'
import { cognitoDirectory } from './cognito.ts'
import type { Directory } from './directory.ts'

let pool: Awaited<ReturnType<typeof openUserPool>>
let directory: Directory
beforeAll(async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test').stubEnv('AWS_SECRET_ACCESS_KEY', 'test')
  pool = await openUserPool()
  directory = cognitoDirectory('us-east-1_test', pool.url)
})
afterAll(() => pool.close())

it('creates groups and members and removes them; a repeated call changes nothing', async () => {
  pool.has('waizant-admin-store')
  for (let times = 0; times < 2; times++) {
    expect(await directory.makeGroup('legacy533', 'mark')).toBe('made')
    await directory.ensureMember('ana@lopez.mx', ['legacy533', 'waizant-admin-store'])
  }
  for (const group of ['legacy533', 'waizant-admin-store'])
    expect(pool.membersOf(group)).toEqual(['ana@lopez.mx'])
  for (let times = 0; times < 2; times++) await directory.removeGroup('legacy533')
  expect([...pool.groups.keys()]).toEqual(['waizant-admin-store'])
})

it('distinguishes a group that it created from an older one', async () => {
  pool.has('sales')
  expect(await directory.makeGroup('sales', 'mark')).toBe('taken')
  await directory.makeGroup('legacy600', 'mark of another ecosystem')
  expect(await directory.makeGroup('legacy600', 'mark')).toBe('taken')
  expect([await directory.hasGroup('sales'), await directory.hasGroup('nobody')]).toEqual([true, false])
})

it('returns the address of a user, or null when there is none', async () => {
  await directory.ensureMember('eva@lopez.mx', [])
  expect([await directory.emailOf('eva@lopez.mx'), await directory.emailOf('nobody')]).toEqual([
    'eva@lopez.mx',
    null,
  ])
})

it('reports anything else that goes wrong', async () => {
  const away = cognitoDirectory('us-east-1_test', 'http://127.0.0.1:1')
  await expect(away.makeGroup('x', 'mark')).rejects.toThrow()
})
