import { expect, it } from 'vitest'
import { buyerOf } from './buyer.ts'

it('is the same for one intention, however it is typed', () => {
  expect(buyerOf('erp', { email: 'Ana@x.mx', company: 'Ana' })).toBe(
    buyerOf('erp', { email: 'ana@x.mx', company: 'ANA' }),
  )
})

it('differs between companies and catalogues', () => {
  const ana = { email: 'ana@x.mx', company: 'Ana' }
  expect(buyerOf('erp', ana)).not.toBe(buyerOf('waizant', ana))
  expect(buyerOf('erp', ana)).not.toBe(buyerOf('erp', { ...ana, company: 'Otra' }))
})

it('is a UUID', () => {
  expect(buyerOf('erp', {})).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-a[0-9a-f]{3}-[0-9a-f]{12}$/)
})
