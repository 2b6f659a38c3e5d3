import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlanVersionContent } from '#contract/plan-settings'
import { content, vocabulary } from '../../../fixtures/office.ts'
import { type Form, formOf, write } from './form.ts'
import { pathInForm, readForm } from './read-form.ts'

const typed = (work: (form: Form) => void, was: PlanVersionContent = content()) => {
  const form = formOf(was, vocabulary())
  work(form)
  return { form, ...readForm(form, was) }
}

const faultOf = (path: string, value: string) => typed((form) => write(form, path, value)).faults.get(path)

const packages = 'parameters.encounters.packages.USD.month'

describe('A version in its fields', () => {
  it('is read back as it was, to the millisecond and the cent', () => {
    expect(typed(() => {})).toMatchObject({ content: content(), faults: new Map() })
  })

  it('keeps every amount and quantity that a version can have', () => {
    const row = fc.record({
      quantity: fc.integer({ min: 1, max: 90 }),
      unit: fc.integer({ min: 1, max: 1_000_000 }),
    })
    fc.assert(
      fc.property(
        fc.uniqueArray(row, { selector: ({ quantity }) => quantity, maxLength: 20 }),
        fc.integer({ min: 1, max: 99_999_999 }),
        (rows, price) => {
          const was = content()
          was.parameters.encounters!.packages.USD!.month = rows
          was.prices.MXN!.month = price
          expect(typed(() => {}, was)).toMatchObject({ content: was, faults: new Map() })
        },
      ),
    )
  })

  it('distinguishes no limit from an unlimited one, and a feature from its degree', () => {
    const { content: read } = typed((form) => {
      write(form, 'limits.users', '')
      write(form, 'unlimited.branches', false)
      write(form, 'features.shop.toDegree', true)
      write(form, 'features.shop.en', 'Basic')
      write(form, 'features.answers.on', false)
    })
    expect(read.limits).toEqual({})
    expect(read.features).toEqual({ shop: { 'es-MX': '', en: 'Basic' } })
  })

  it('leaves out what the plan does not sell, and brings back what was typed when it does again', () => {
    const { form, content: read } = typed((form) => {
      write(form, 'parameters.encounters.on', false)
      write(form, 'sold.audit', false)
    })
    expect([read.parameters, read.services]).toEqual([{}, {}])
    write(form, 'parameters.encounters.on', true)
    write(form, 'sold.audit', true)
    expect(readForm(form, content()).content).toEqual(content())
  })

  it('leaves out rows that say nothing', () => {
    const { content: read, faults } = typed((form) =>
      form.parameters.encounters!.packages.USD!.month.splice(1, 0, { quantity: ' ', unit: '' }),
    )
    expect(read).toEqual(content())
    expect(faults.size).toBe(0)
  })
})

describe('What is wrong', () => {
  it.each([
    ['prices.MXN.month', '-5', 'amount-negative'],
    ['prices.MXN.year', '10.005', 'amount-fraction'],
    ['prices.USD.month', '1,000,000', 'amount-too-large'],
    ['prices.USD.month', '0', 'amount-zero'],
    ['prices.USD.month', '100 MXN', 'amount-currency'],
    ['prices.USD.month', 'gratis', 'amount-unreadable'],
    ['discounts.USD', '100', 'discount-unreadable'],
    [`${packages}.0.quantity`, '1.5', 'count-unreadable'],
    [`${packages}.0.quantity`, '0', 'count-unreadable'],
    [`${packages}.0.quantity`, '1,000,001', 'count-too-large'],
    [`${packages}.0.quantity`, '', 'count-missing'],
    [`${packages}.1.quantity`, '50', 'same-quantity'],
    [`${packages}.0.unit`, '', 'unit-missing'],
    [`${packages}.0.unit`, '999,999', 'total-too-large'],
    ['services.audit.MXN', '-1', 'amount-negative'],
    ['limits.users', 'muchos', 'count-unreadable'],
    ['parameters.encounters.included', '', 'count-missing'],
    ['startsAt', '', 'date-unreadable'],
    ['endsAt', '2020-01-01T00:00', 'ends-before-start'],
    ['name.en', 'x'.repeat(501), 'text-too-long'],
  ])('%s says %s: %s, at that field', (path, value, fault) => {
    expect(faultOf(path, value)).toBe(fault)
  })

  it('is nothing where a service is free of charge', () => {
    expect(faultOf('services.audit.MXN', '0')).toBeUndefined()
  })

  it('is found in its row when the server counts only rows that say something', () => {
    const { form } = typed((form) =>
      form.parameters.encounters!.packages.USD!.month.unshift({ quantity: '', unit: '' }),
    )
    expect(pathInForm(form, `${packages}.1.quantity`)).toBe(`${packages}.2.quantity`)
    expect(pathInForm(form, 'prices.MXN.month')).toBe('prices.MXN.month')
  })
})

describe('The annual discount', () => {
  const prices = ({ prices, discounts }: Form) => [prices.MXN!.month, prices.MXN!.year, discounts.MXN]

  it('follows the prices', () => {
    const { form } = typed((form) => {
      write(form, 'prices.MXN.month', '1,000.00')
      write(form, 'prices.MXN.year', '9,000')
    })
    expect(prices(form)).toEqual(['1,000.00', '9,000', '25'])
  })

  it('leads to the year once it is written, and stays when the month changes', () => {
    const { form } = typed((form) => {
      write(form, 'discounts.MXN', '20 %')
      write(form, 'prices.MXN.month', '999')
    })
    expect(prices(form)).toEqual(['999', '9,590.40', '20 %'])
  })

  it('gives way to a year that is written after it', () => {
    const { form } = typed((form) => {
      write(form, 'discounts.MXN', '20')
      write(form, 'prices.MXN.year', '24,000')
    })
    expect(prices(form)).toEqual(['2,499.00', '24,000', '19.97'])
  })
})
