import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { cognitoDirectory } from './cognito.ts'

/** Groups and members as a user pool keeps them, behind the wire protocol of the real one. */
const pool = { groups: new Map<string, Set<string>>(), users: new Set<string>() }
const answerTo = (operation: string, input: Record<string, string>): [number, object] => {
  if (operation === 'CreateGroup') {
    if (pool.groups.has(input.GroupName!)) return [400, { __type: 'GroupExistsException', message: 'exists' }]
    pool.groups.set(input.GroupName!, new Set())
    return [200, { Group: {} }]
  }
  if (operation === 'AdminCreateUser') {
    if (pool.users.has(input.Username!))
      return [400, { __type: 'UsernameExistsException', message: 'exists' }]
    pool.users.add(input.Username!)
    return [200, { User: {} }]
  }
  if (operation === 'DeleteGroup') {
    if (pool.groups.delete(input.GroupName!)) return [200, {}]
    return [400, { __type: 'ResourceNotFoundException', message: 'not there' }]
  }
  pool.groups.get(input.GroupName!)?.add(input.Username!)
  return [200, {}]
}

const server = createServer(async (request, response) => {
  let body = ''
  for await (const chunk of request) body += chunk
  const operation = String(request.headers['x-amz-target']).split('.')[1]!
  const [status, answer] = answerTo(operation, JSON.parse(body))
  response.writeHead(status, { 'Content-Type': 'application/x-amz-json-1.1' }).end(JSON.stringify(answer))
})

beforeAll(async () => {
  vi.stubEnv('AWS_ACCESS_KEY_ID', 'test').stubEnv('AWS_SECRET_ACCESS_KEY', 'test')
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => void server.close())

it('makes groups and members and removes them; what is done already is as it was asked for', async () => {
  const { port } = server.address() as AddressInfo
  const directory = cognitoDirectory('us-east-1_test', `http://127.0.0.1:${port}`)
  for (let times = 0; times < 2; times++) {
    await directory.ensureGroup('legacy533')
    await directory.ensureGroup('waizant-admin-store')
    await directory.ensureMember('ana@lopez.mx', ['legacy533', 'waizant-admin-store'])
  }
  expect([...pool.groups].map(([group, members]) => [group, [...members]])).toEqual([
    ['legacy533', ['ana@lopez.mx']],
    ['waizant-admin-store', ['ana@lopez.mx']],
  ])
  for (let times = 0; times < 2; times++) await directory.removeGroup('legacy533')
  expect([...pool.groups.keys()]).toEqual(['waizant-admin-store'])
})

it('tells of anything else that goes wrong', async () => {
  const directory = cognitoDirectory('us-east-1_test', 'http://127.0.0.1:1')
  await expect(directory.ensureGroup('x')).rejects.toThrow()
})
