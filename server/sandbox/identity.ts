import { createPrivateKey, type JsonWebKey, sign } from 'node:crypto'
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
import { readState, writeState } from './state-file.ts'

/** The claims of a token. Times are real: tokens do not use the movable clock. */
export interface TokenRequest {
  ecosystem?: string | undefined
  groups?: string[] | undefined
  email?: string | undefined
  /** Seconds; a negative value makes an expired token. */
  expiresIn?: number | undefined
}

/** A local user pool: its tokens and key set have the same shape as Cognito's. */
export interface LocalIdentity {
  issuer: Issuer
  keySet: JSONWebKeySet
  directory: Directory
  token(request: TokenRequest): Promise<string>
}

const clientId = 'waizant-local'

/** Keys and groups are stored in `directory`, so tokens survive a restart; in memory when it is null. */
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

const canSign = (key: JsonWebKey): boolean => {
  try {
    return sign('sha256', Buffer.from('x'), createPrivateKey({ key, format: 'jwk' })).length > 0
  } catch {
    return false
  }
}

const isKey = (value: unknown): value is JWK => {
  const { kty, kid } = (value ?? {}) as JWK
  return kty === 'RSA' && typeof kid === 'string' && canSign(value as JsonWebKey)
}

const keyIn = async (directory: string | null): Promise<JWK> => {
  const file = directory && join(directory, 'identity-key.json')
  const kept = file ? readState(file, isKey) : undefined
  if (kept) return kept
  const { privateKey } = await generateKeyPair('RS256', { extractable: true })
  const key = { ...(await exportJWK(privateKey)), kid: `local-${Date.now()}` }
  if (file) writeState(file, key, { mode: 0o600 })
  return key
}

/** Mails an invitation to each new user, as a user pool does. */
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

const areGroups = (value: unknown): value is Record<string, string[] | Group> =>
  typeof value === 'object' &&
  value !== null &&
  Object.values(value).every((group) => Array.isArray(group) || Array.isArray(group?.members))

/** A file of an earlier release contains only the members. */
const readGroups = (file: string | null): Map<string, Group> => {
  const kept = (file && readState(file, areGroups)) || {}
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
  const save = () => file && writeState(file, Object.fromEntries(groups))
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
