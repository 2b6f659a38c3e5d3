import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

interface PoolGroup {
  description: string | undefined
  members: Set<string>
}

type Input = Record<string, string | undefined>
type Answer = [number, object]

const refusal = (type: string): Answer => [400, { __type: type, message: type }]

/** A user pool with the wire protocol of the real one: its groups, their members, its users. */
export const openUserPool = async () => {
  const groups = new Map<string, PoolGroup>()
  const users = new Set<string>()
  const view = (name: string) => ({ GroupName: name, Description: groups.get(name)?.description })

  const operations: Record<string, (input: Input) => Answer> = {
    CreateGroup({ GroupName: name = '', Description: description }) {
      if (groups.has(name)) return refusal('GroupExistsException')
      groups.set(name, { description, members: new Set() })
      return [200, { Group: view(name) }]
    },
    GetGroup: ({ GroupName: name = '' }) =>
      groups.has(name) ? [200, { Group: view(name) }] : refusal('ResourceNotFoundException'),
    DeleteGroup: ({ GroupName: name = '' }) =>
      groups.delete(name) ? [200, {}] : refusal('ResourceNotFoundException'),
    AdminCreateUser({ Username: name = '' }) {
      if (users.has(name)) return refusal('UsernameExistsException')
      users.add(name)
      return [200, { User: {} }]
    },
    AdminAddUserToGroup({ GroupName: group = '', Username: name = '' }) {
      if (!groups.has(group)) return refusal('ResourceNotFoundException')
      groups.get(group)!.members.add(name)
      return [200, {}]
    },
    AdminGetUser: ({ Username: name = '' }) =>
      users.has(name)
        ? [200, { Username: name, UserAttributes: [{ Name: 'email', Value: name }] }]
        : refusal('UserNotFoundException'),
  }

  const server = createServer(async (request, response) => {
    let body = ''
    for await (const chunk of request) body += chunk
    const operation = operations[String(request.headers['x-amz-target']).split('.')[1]!]
    const [status, answer] = operation?.(JSON.parse(body)) ?? refusal('InvalidParameterException')
    response.writeHead(status, { 'Content-Type': 'application/x-amz-json-1.1' }).end(JSON.stringify(answer))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}`,
    groups,
    membersOf: (group: string) => [...(groups.get(group)?.members ?? [])],
    /** A group that was not created by us. */
    has: (group: string, members: string[] = []) =>
      groups.set(group, { description: undefined, members: new Set(members) }),
    close: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
