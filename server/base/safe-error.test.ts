import { sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { leads } from '../db/tables/index.ts'
import { engines, newStore } from '../testing/store.ts'
import { openLog } from './log.ts'
import { reasonOf } from './reason-of.ts'

const person = 'ana.lopez@ferreteria.mx'

/** Everything that the log writes about an error. */
const lineOf = (error: unknown): string => {
  const lines: string[] = []
  openLog('info', { write: (text) => void lines.push(text) }).error({ err: error }, 'failed')
  return lines.join('')
}

describe.each(engines)('an error of the database on %s', (engine) => {
  it.each([
    ['a value twice', (id: string) => ({ id, email: person })],
    ['a value that is missing', (id: string) => ({ id: `${id}-2`, email: person, plan: null as never })],
  ])('is logged with its place and code, and without user input: %s', async (_, more) => {
    const database = await newStore(engine)
    const lead = {
      catalogue: 'erp',
      plan: 'enterprise',
      name: 'Ana',
      company: 'F',
      email: person,
      locale: 'en',
    }
    const insert = (values: object) =>
      database.db.insert(leads).values({ ...lead, at: new Date(), ...values } as never)
    await insert({ id: person })
    const error = await insert(more(person)).then(
      () => null,
      (thrown) => thrown,
    )
    expect(JSON.stringify([error, error.message, error.cause.detail])).toContain(person)
    const line = lineOf(error)
    expect(line).not.toContain('ana.lopez')
    expect(line).toMatch(/insert into .{1,2}leads/)
    expect(JSON.parse(line).err.cause).toMatchObject({ code: expect.stringMatching(/^23/), table: 'leads' })
    expect(JSON.parse(line).err.stack).toContain('safe-error.test')
    expect(reasonOf(error)).not.toContain('ana.lopez')
    await database.close()
  })

  it('is logged without the value that PostgreSQL quotes in its own words', async () => {
    const database = await newStore(engine)
    const error = await database.db.execute(sql`select ${person}::text::uuid`).then(
      () => null,
      (thrown) => thrown,
    )
    expect(error.cause.message).toContain(person)
    expect(lineOf(error)).not.toContain('ana.lopez')
    expect(reasonOf(error)).toBe('Failed query: select $1::text::uuid: Invalid data (22P02)')
    await database.close()
  })
})

it('no email address and no password stays in any other message', () => {
  const error = new Error(`550 <${person}> unknown, via postgres://user:s3cret@host/db`)
  Object.assign(error, { raw: { email: person }, response: person })
  const line = lineOf(error)
  expect(line).not.toMatch(/ana\.lopez|s3cret/)
  expect(line).toContain('550 <…@…> unknown')
})
