import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { engines, newStore } from '../../testing/store.ts'
import type { Database } from '../connection/open.ts'
import { planes } from '../tables/index.ts'
import { loadCatalogues } from './load.ts'
import { readCatalogues } from './read-files.ts'

describe.each(engines)('the catalogues in a store (%s)', (engine) => {
  let store: Database
  beforeAll(async () => {
    store = await newStore(engine)
  })
  afterAll(() => store.close())

  it('fill the ERP document’s table `planes` with exactly its six rows', async () => {
    const rows = await store.db.select().from(planes)
    expect(rows.map((row) => Object.values(row))).toEqual([
      ['Básico', '999.00', '10189.00', 'MXN', 10, true],
      ['Pro', '2499.00', '25490.00', 'MXN', 50, true],
      ['Enterprise', null, null, 'MXN', null, true],
      ['Básico USD', '59.00', '601.00', 'USD', 10, true],
      ['Pro USD', '149.00', '1520.00', 'USD', 50, true],
      ['Enterprise USD', null, null, 'USD', null, true],
    ])
    const columns = Object.keys(rows[0]!)
    expect(columns).toEqual(['nombre', 'precio_mensual', 'precio_anual', 'moneda', 'max_usuarios', 'activo'])
  })

  it('are loaded once: what administrators changed stays', async () => {
    await store.db.execute(sql`update prices set amount = 1 where version_id = 'erp/pro/1'`)
    await loadCatalogues(store.db, readCatalogues())
    const { rows } = (await store.db.execute(
      sql`select distinct amount::integer as amount from prices where version_id = 'erp/pro/1'`,
    )) as unknown as { rows: { amount: number }[] }
    expect(rows).toEqual([{ amount: 1 }])
  })
})

describe('a catalogue file with a mistake', () => {
  const erp = readFileSync(join(import.meta.dirname, 'erp.yaml'), 'utf8')
  const read = (text: string) => {
    const directory = mkdtempSync(join(tmpdir(), 'waizant-catalogue-'))
    writeFileSync(join(directory, 'erp.yaml'), text)
    return () => readCatalogues(directory)
  }
  const lineOf = (text: string) => erp.slice(0, erp.indexOf(text)).split('\n').length

  it('is refused with file, line and reason when a price has no quotes', () => {
    const line = lineOf("month: '2499.00'")
    expect(read(erp.replace("month: '2499.00'", 'month: 2499.00'))).toThrow(
      `erp.yaml, line ${line}: month: Write the amount in quotes, as in "999.00".`,
    )
  })
  it('is refused when a price has three decimals', () => {
    expect(read(erp.replace("'999.00'", "'999.005'"))).toThrow('with two decimals')
  })
  it('is refused when a field is misspelt', () => {
    expect(read(erp.replace('seatWarningPercent', 'seatWarning'))).toThrow(
      /erp.yaml, line \d+: .*seatWarning/,
    )
  })
  it('is refused when a plan has a feature that nothing defines', () => {
    expect(read(erp.replace('onboarding: true', 'onbording: true'))).toThrow(
      `erp.yaml, line ${lineOf('onboarding: true')}: There is no feature "onbording".`,
    )
  })
  it('is refused when a plan is defined twice', () => {
    expect(read(erp.replace('- id: enterprise', '- id: pro'))).toThrow('"pro" stands twice.')
  })
  it('is refused when it is not YAML', () => {
    expect(read(erp.replace('policy:', 'policy: }'))).toThrow(/erp.yaml, line \d+/)
  })
  it.each([
    ['a feature', 'name: { es-MX: ERP completo,'],
    ['a group', 'product: { es-MX: Producto,'],
  ])('is refused when the name of %s cannot be seen', (_, name) => {
    const unseen = name.replace(/es-MX: .*,/, 'es-MX: "\\u202e",')
    expect(read(erp.replace(name, unseen))).toThrow(
      `erp.yaml, line ${lineOf(name)}: es-MX: Write a text that can be seen.`,
    )
  })
  it('is refused when a language is missing', () => {
    expect(read(erp.replace('{ es-MX: Pro, en: Pro }', '{ es-MX: Pro }'))).toThrow(/erp.yaml, line \d+: en/)
  })
})
