import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createLocalJWKSet, exportJWK, exportSPKI, generateKeyPair, type JWK, SignJWT } from 'jose'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { publishedKeys } from './published-keys.ts'
import { tokenVerifier, type VerifyToken } from './token.ts'

const issuer = 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_pool'
const clientId = 'store-client'
const now = () => Math.floor(Date.now() / 1000)

type Key = { kid: string; privateKey: CryptoKey; publicKey: CryptoKey; jwk: JWK }
const newKey = async (kid: string): Promise<Key> => {
  const pair = await generateKeyPair('RS256', { extractable: true })
  const jwk = { ...(await exportJWK(pair.publicKey)), kid, use: 'sig', alg: 'RS256' }
  return { kid, ...pair, jwk }
}

let first: Key
let second: Key
let verify: VerifyToken

/** An issuer that publishes some keys, or is out of order; counts the requests. */
const published = { keys: [] as Key[], asked: 0, broken: false }
const server = createServer((_, response) => {
  published.asked++
  if (published.broken) response.writeHead(500).end('<html>')
  else response.end(JSON.stringify({ keys: published.keys.map(({ jwk }) => jwk) }))
})

beforeAll(async () => {
  ;[first, second] = await Promise.all([newKey('first'), newKey('second')])
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
})
afterAll(() => void server.close())
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
  Object.assign(published, { keys: [first], asked: 0, broken: false })
  const { port } = server.address() as AddressInfo
  verify = tokenVerifier({ issuer, clientId, keys: publishedKeys(`http://127.0.0.1:${port}/`) })
})
afterEach(() => void vi.useRealTimers())

const pass = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000)

const good = () => ({
  iss: issuer,
  aud: clientId,
  sub: 'f1d2',
  token_use: 'id',
  email: 'ana@lopez.mx',
  'cognito:groups': ['legacy533', 'waizant-admin-store'],
  exp: now() + 3600,
})

const sign = (claims: object, key: Key = first, header: object = {}) =>
  new SignJWT({ ...claims })
    .setProtectedHeader({ alg: 'RS256', kid: key.kid, ...header })
    .sign(key.privateKey)

const codeOf = (token: string) =>
  verify(token).then(
    () => 'let in',
    (error) => error.code,
  )

it('accepts an id token and an access token', async () => {
  expect(await verify(await sign(good()))).toEqual({
    subject: 'f1d2',
    email: 'ana@lopez.mx',
    groups: ['legacy533', 'waizant-admin-store'],
  })
  const { aud: _, email: __, ...access } = good()
  expect(await verify(await sign({ ...access, token_use: 'access', client_id: clientId }))).toEqual({
    subject: 'f1d2',
    email: null,
    groups: ['legacy533', 'waizant-admin-store'],
  })
})

it.each<[string, object]>([
  ['of another pool', { iss: 'https://cognito-idp.us-east-1.amazonaws.com/us-east-1_other' }],
  ['of no pool', { iss: undefined }],
  ['for another client', { aud: 'other-client' }],
  ['for several clients', { aud: [clientId, 'other-client'] }],
  ['for no client', { aud: undefined }],
  ['that names its client where the other kind does', { aud: undefined, client_id: clientId }],
  ['of another use', { token_use: 'refresh' }],
  ['of no use', { token_use: undefined }],
  ['an access token for another client', { token_use: 'access', aud: clientId, client_id: 'other-client' }],
  ['an access token with an audience only', { token_use: 'access' }],
  ['that expired a second ago', { exp: 'a second ago' }],
  ['that never expires', { exp: undefined }],
  ['that is not good yet', { nbf: 'in a minute' }],
  ['without a subject', { sub: undefined }],
])('refuses a token %s', async (_, wrong) => {
  const when: Record<string, number> = { 'a second ago': now() - 1, 'in a minute': now() + 60 }
  const claims = Object.entries({ ...good(), ...wrong }).map(([name, value]) => [
    name,
    when[String(value)] ?? value,
  ])
  expect(await codeOf(await sign(Object.fromEntries(claims)))).toBe('not-signed-in')
})

it('refuses what the pool did not sign', async () => {
  const token = await sign(good())
  const [header, payload, signature] = token.split('.') as [string, string, string]
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const operator = encode({ ...good(), 'cognito:groups': ['waizant-backoffice'] })
  const secret = new TextEncoder().encode(await exportSPKI(first.publicKey))
  const confused = await new SignJWT(good()).setProtectedHeader({ alg: 'HS256', kid: 'first' }).sign(secret)
  const forgeries = {
    'by another key under the same name': await sign(good(), { ...second, kid: 'first' }),
    'with other groups': `${header}.${operator}.${signature}`,
    unsigned: `${encode({ alg: 'none' })}.${payload}.`,
    'unsigned, keeping the signature': `${encode({ alg: 'None', kid: 'first' })}.${payload}.${signature}`,
    'with the public key as a secret': confused,
    'with a key that it brings along': await sign(good(), second, { kid: undefined, jwk: second.jwk }),
    'not at all': `${header}.${payload}`,
    'with nothing in it': '',
    'with dots only': '..',
    'with another script': '🔑.🔑.🔑',
    endlessly: 'a'.repeat(100_000),
  }
  for (const [how, forged] of Object.entries(forgeries))
    expect([how, await codeOf(forged)]).toEqual([how, 'not-signed-in'])
})

it.each<[unknown, string[]]>([
  [undefined, []],
  [null, []],
  ['waizant-backoffice', []],
  [{ 0: 'waizant-backoffice', length: 1 }, []],
  [[['waizant-backoffice'], 7, null, 'legacy533'], ['legacy533']],
])('takes %j as the groups for %j', async (groups, taken) => {
  expect((await verify(await sign({ ...good(), 'cognito:groups': groups }))).groups).toEqual(taken)
})

it('fetches the keys once for many, and once more for a new one', async () => {
  const tokens = await Promise.all(Array.from({ length: 20 }, () => sign(good())))
  await Promise.all(tokens.map(verify))
  expect(published.asked).toBe(1)
  published.keys = [first, second]
  pass(31)
  const rotated = await sign(good(), second)
  await Promise.all([rotated, rotated, rotated].map(verify))
  await verify(await sign(good(), first))
  expect(published.asked).toBe(2)
})

it('does not ask the issuer again when many tokens come with unknown keys', async () => {
  await verify(await sign(good()))
  const unknown = async () => codeOf(await sign(good(), { ...second, kid: `made-up-${Math.random()}` }))
  const answers = await Promise.all(Array.from({ length: 30 }, unknown))
  expect(new Set(answers)).toEqual(new Set(['not-signed-in']))
  expect(published.asked).toBe(1)
})

it('accepts tokens with a known key while the issuer is out of order, for any time', async () => {
  await verify(await sign(good()))
  published.broken = true
  for (let hours = 0; hours < 3; hours++) {
    expect(await codeOf(await sign(good()))).toBe('let in')
    pass(3600)
  }
  const asked = published.asked
  const unknown = await sign(good(), second)
  expect(new Set(await Promise.all(Array.from({ length: 10 }, () => codeOf(unknown))))).toEqual(
    new Set(['identity-unavailable']),
  )
  expect(published.asked).toBeLessThanOrEqual(asked + 1)
})

it('answers that it can’t verify a token, not that the token is bad, until the issuer answers', async () => {
  published.broken = true
  const token = await sign(good())
  expect(await codeOf(token)).toBe('identity-unavailable')
  expect(await codeOf(token)).toBe('identity-unavailable')
  expect(published.asked).toBe(1)
  published.broken = false
  pass(6)
  expect(await codeOf(token)).toBe('let in')
})

it('drops a key that the pool no longer publishes', async () => {
  const old = await sign({ ...good(), exp: now() + 7200 })
  await verify(old)
  published.keys = [second]
  pass(601)
  await verify(old)
  await vi.waitFor(async () => expect(await codeOf(old)).toBe('not-signed-in'))
  expect(published.asked).toBe(2)
})

it('needs no network for given keys', async () => {
  const local = tokenVerifier({ issuer, clientId, keys: createLocalJWKSet({ keys: [first.jwk] }) })
  expect((await local(await sign(good()))).subject).toBe('f1d2')
})
