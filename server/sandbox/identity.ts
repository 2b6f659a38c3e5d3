import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import {
  createLocalJWKSet,
  exportJWK,
  generateKeyPair,
  importJWK,
  type JSONWebKeySet,
  type JWK,
  SignJWT,
} from 'jose'
import type { Directory } from '../identity/directory.ts'
import type { Issuer } from '../identity/token.ts'
import type { Mailbox } from './mailbox.ts'

/** What a token should say. Times are real: tokens do not live by the movable clock. */
export interface TokenRequest {
  ecosystem?: string | undefined
  groups?: string[] | undefined
  email?: string | undefined
  /** Seconds; negative makes a token that has expired. */
  expiresIn?: number | undefined
}

/** A local user pool: the same token shape and key set as Cognito's. */
export interface LocalIdentity {
  issuer: Issuer
  keySet: JSONWebKeySet
  directory: Directory
  token(request: TokenRequest): Promise<string>
}

const clientId = 'waizant-local'

/** Keys and groups are kept in `directory`, so tokens survive a restart; in memory when it is null. */
export const localIdentity = async (
  directory: string | null,
  publicUrl: string,
  mailbox: Mailbox,
): Promise<LocalIdentity> => {
  const issuer = `${publicUrl}/sandbox/identity`
  const privateJwk = await keyIn(directory)
  const privateKey = await importJWK(privateJwk, 'RS256')
  const { kty, n, e, kid } = privateJwk
  const keySet = { keys: [{ kty, n, e, kid, use: 'sig', alg: 'RS256' }] } as JSONWebKeySet
  return {
    issuer: { issuer, clientId, keys: createLocalJWKSet(keySet) },
    keySet,
    directory: localDirectory(directory, invitation(publicUrl, mailbox)),
    token: ({ groups = [], email = 'persona@ejemplo.mx', expiresIn = 3600 }) =>
      new SignJWT({
        token_use: 'id',
        email,
        email_verified: true,
        'cognito:groups': groups,
        'cognito:username': email,
      })
        .setProtectedHeader({ alg: 'RS256', kid: kid! })
        .setIssuer(issuer)
        .setAudience(clientId)
        .setSubject(email)
        .setIssuedAt()
        .setExpirationTime(Math.floor(Date.now() / 1000) + expiresIn)
        .sign(privateKey),
  }
}

const keyIn = async (directory: string | null): Promise<JWK> => {
  const file = directory && join(directory, 'identity-key.json')
  if (file && existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'))
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const key = { ...(await exportJWK(privateKey)), kid: `local-${Date.now()}` }
  if (file) {
    mkdirSync(directory, { recursive: true })
    writeFileSync(file, JSON.stringify(key), { mode: 0o600 })
  }
  return key
}

/** As a user pool does: whoever is new is written to. */
const invitation = (publicUrl: string, mailbox: Mailbox) => (email: string, group: string) =>
  mailbox.deliver({
    to: email,
    subject: `Tu acceso a ${group} / Your access to ${group}`,
    text: `Ya puedes entrar a ${group}. / You can now enter ${group}.\n\n${publicUrl}/sandbox?as=${group}`,
  })

interface Group {
  members: string[]
  mark: string
}

/** A file of an earlier release has the members alone. */
const readGroups = (file: string | null): Map<string, Group> => {
  if (!file || !existsSync(file)) return new Map()
  const kept = JSON.parse(readFileSync(file, 'utf8')) as Record<string, string[] | Group>
  return new Map(
    Object.entries(kept).map(([name, group]) => [
      name,
      Array.isArray(group) ? { members: group, mark: '' } : group,
    ]),
  )
}

/** Groups and their members, in one small file. */
const localDirectory = (
  directory: string | null,
  invite: (email: string, group: string) => void,
): Directory => {
  const file = directory && join(directory, 'identity-groups.json')
  const groups = readGroups(file)
  const save = () => file && writeFileSync(file, JSON.stringify(Object.fromEntries(groups), null, 1))
  const groupNamed = (name: string, mark = ''): Group => {
    const known = groups.get(name) ?? { members: [], mark }
    groups.set(name, known)
    return known
  }
  return {
    hasGroup: async (name) => groups.has(name),
    async makeGroup(name, mark) {
      const group = groupNamed(name, mark)
      save()
      return group.mark === mark ? 'made' : 'taken'
    },
    async ensureMember(email, names) {
      const isNew = ![...groups.values()].some(({ members }) => members.includes(email))
      for (const name of names) {
        const { members } = groupNamed(name)
        if (!members.includes(email)) members.push(email)
      }
      save()
      if (isNew && names[0]) invite(email, names[0])
    },
    async removeGroup(name) {
      groups.delete(name)
      save()
    },
    emailOf: async (username) => username,
  }
}
