import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { newId } from '../base/id.ts'
import { openWorld, type World } from '../testing/world.ts'

interface Arrived {
  from: string
  to: string[]
  source: string
}

let arrived: Arrived[] = []
/** How many messages the server refuses from now on. */
let refuses = 0

const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS', 'AUTH'],
  onData(stream, session, done) {
    const chunks: Buffer[] = []
    stream.on('data', (chunk: Buffer) => chunks.push(chunk))
    stream.on('end', () => {
      if (refuses-- > 0) return done(Object.assign(new Error('Try again later'), { responseCode: 451 }))
      const { mailFrom, rcptTo } = session.envelope
      arrived.push({
        from: mailFrom ? mailFrom.address : '',
        to: rcptTo.map(({ address }) => address),
        source: Buffer.concat(chunks).toString(),
      })
      done()
    })
  },
})

let world: World
beforeAll(async () => {
  const listening = server.listen(0, '127.0.0.1')
  await once(listening, 'listening')
  const { port } = listening.address() as AddressInfo
  world = await openWorld({
    settings: { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_FROM: 'Waizant <cobros@waizant.test>' },
    retries: { limit: 5, seconds: 0, maxSeconds: 0 },
  })
})
beforeEach(() => {
  arrived = []
  refuses = 0
})
afterAll(async () => {
  await world.close()
  await new Promise<void>((resolve) => server.close(resolve))
})

const trial = async (company: string, email = `${newId('ana')}@lopez.mx`) => {
  await world.send('/v1/trials', { body: { catalogue: 'erp', company, email } })
  await world.settled()
  return email
}

const headerOf = (source: string, name: string) =>
  new RegExp(`^${name}: (.+(?:\\r\\n[ \\t].+)*)`, 'im').exec(source)?.[1]

it('sends a mail with both of its parts through a mail server', async () => {
  const email = await trial('Ferretería López')
  expect(arrived).toHaveLength(1)
  const [{ from, to, source }] = arrived as [Arrived]
  expect({ from, to }).toEqual({ from: 'cobros@waizant.test', to: [email] })
  expect(headerOf(source, 'From')).toBe('Waizant <cobros@waizant.test>')
  expect(headerOf(source, 'Content-Type')).toContain('multipart/alternative')
  expect(source).toContain('Content-Type: text/plain; charset=utf-8')
  expect(source).toContain('Content-Type: text/html; charset=utf-8')
  expect(headerOf(source, 'Message-ID')).toMatch(/^<msg_\w+@waizant\.test>$/)
  expect(headerOf(source, 'Auto-Submitted')).toBe('auto-generated')
})

it('retries what the server refused, until it is accepted once', async () => {
  refuses = 2
  await trial('Papelería Nube')
  expect(arrived).toHaveLength(1)
})

it('lets no company name add a header, an address or a line', async () => {
  const email = await trial('Nube\r\nBcc: otra@ejemplo.mx\r\n\r\n<b>"Hola"</b>')
  const none = arrived.length === 0
  if (!none) {
    const [{ to, source }] = arrived as [Arrived]
    expect(to).toEqual([email])
    expect(headerOf(source, 'Bcc')).toBeUndefined()
  }
  await trial('Nube, <otra@ejemplo.mx>; "x" \u202eodatlucO')
  const last = arrived.at(-1)!
  expect(last.to).toHaveLength(1)
  expect(last.to).not.toContain('otra@ejemplo.mx')
})
