import { sendKeys } from '@web/test-runner-commands'
import { content, draft, settings, sold } from '../../fixtures/office.ts'
import { connect } from '../../stores/connect.ts'
import { expect } from '../../testing/expect.ts'
import { json, problem } from '../../testing/fake-server.ts'
import {
  atDraft,
  fieldAt,
  focused,
  maySave,
  office,
  openOffice,
  press,
  saidAt,
  saveButton,
  says,
  textOf,
  valueAt,
  write,
} from '../../testing/office.ts'
import { OfficeServer, officePaths } from '../../testing/office-answers.ts'
import { all, clear, one, until } from '../../testing/page.ts'
import { afterEach, describe, it } from '../../testing/suite.ts'

const table = 'parameters.encounters.packages.USD.month'
const month = 'prices.MXN.month'
const saves = /versions\/2$/

const rowsAt = ({ content }: OfficeServer) => content.parameters.encounters!.packages.USD!.month

const chord = async (key: string) => {
  await sendKeys({ down: 'Control' })
  await sendKeys({ press: key })
  await sendKeys({ up: 'Control' })
}

/** Types in the focused field, replacing its value. */
const type = async (text: string) => {
  await chord('a')
  await sendKeys({ type: text })
}

const paste = (element: Element, path: string, text: string) => {
  const clipboardData = new DataTransfer()
  clipboardData.setData('text/plain', text)
  const options = { clipboardData, bubbles: true, composed: true, cancelable: true }
  fieldAt(element, path).dispatchEvent(new ClipboardEvent('paste', options))
}

const leave = () => {
  clear()
  connect({ getToken: undefined as unknown as () => string })
}

describe('Editing a version', () => {
  afterEach(leave)

  it('takes thirty rows of packages without the mouse', async () => {
    const { shared } = openOffice()
    const element = await atDraft()
    fieldAt(element, `${table}.0.quantity`).focus()
    for (let row = 0; row < 30; row++) {
      await until(() => focused(element) === `${table}.${row}.quantity`)
      await type(String(100 * (row + 1)))
      await sendKeys({ press: 'Tab' })
      await type(`${60 - row}.25`)
      if (row < 29) await sendKeys({ press: 'Enter' })
    }
    expect(all(element, `[part~=grid][aria-label="Encounters · Mensual · USD"] tbody tr`).length).toBe(30)
    await until(() => maySave(element))
    await chord('s')
    await says(element, 'Tarifas guardadas.')
    expect(rowsAt(shared).length).toBe(30)
    expect(rowsAt(shared)[29]).toEqual({ quantity: 3_000, unit: 3_125 })
  })

  it('moves as a spreadsheet does: arrows, Enter, Escape, a row below, a row less', async () => {
    openOffice()
    const element = await atDraft()
    fieldAt(element, `${table}.0.unit`).focus()
    await sendKeys({ press: 'ArrowDown' })
    expect(focused(element)).toBe(`${table}.1.unit`)
    await sendKeys({ press: 'ArrowUp' })
    expect(focused(element)).toBe(`${table}.0.unit`)
    await type('9.99')
    await sendKeys({ press: 'Escape' })
    expect(fieldAt(element, `${table}.0.unit`).value).toBe('0.55')
    await chord('Enter')
    await until(() => focused(element) === `${table}.1.quantity`)
    expect(fieldAt(element, `${table}.2.quantity`).value).toBe('100')
    await chord('Delete')
    await until(() => valueAt(element, `${table}.1.quantity`) === '100')
    await until(() => focused(element) === `${table}.1.quantity`)
    await chord('Delete')
    await until(() => focused(element) === `${table}.0.quantity`)
    await press(element, 'Deshacer')
    await until(() => valueAt(element, `${table}.1.quantity`) === '100')
  })

  it('takes rows from a spreadsheet, and takes them back', async () => {
    openOffice()
    const element = await atDraft()
    paste(element, `${table}.1.quantity`, 'Cantidad\tCosto\n100\t$0.50\n500\t0.45\n1,000\t0.40\n')
    await says(element, '3 renglones pegados.')
    expect(fieldAt(element, `${table}.3.quantity`).value).toBe('1,000')
    await says(element, '$400.00')
    await press(element, 'Deshacer')
    await until(() => !element.shadowRoot!.querySelector(`[data-path="${table}.2.quantity"]`))
    expect(fieldAt(element, `${table}.1.unit`).value).toBe('0.50')
  })

  it('multiplies as one types', async () => {
    openOffice()
    const element = await atDraft()
    write(element, `${table}.0.unit`, '0.29')
    await says(element, '$14.50')
    write(element, `${table}.0.quantity`, '1,000')
    await says(element, '$290.00')
  })

  it('computes the discount from the year, and the year from the discount', async () => {
    const { server } = openOffice()
    const element = await atDraft('pricing')
    write(element, 'prices.MXN.year', '24,000')
    await until(() => valueAt(element, 'discounts.MXN') === '19.97')
    write(element, 'discounts.MXN', '20')
    await until(() => valueAt(element, 'prices.MXN.year') === '23,990.40')
    await press(element, 'Con 15 %: $25,489.80 MXN')
    await until(() => valueAt(element, 'prices.MXN.year') === '25,489.80')
    await until(() => JSON.stringify(server.asked('POST', /check$/).at(-1)?.body)?.includes('2548980'))
  })

  it('says what is wrong at the field, and saves nothing of it', async () => {
    const { server } = openOffice()
    const element = await atDraft('pricing')
    for (const [value, said] of [
      ['-5', 'El importe no puede ser negativo.'],
      ['10.005', 'Usa centavos completos: dos decimales.'],
      ['9,999,999', 'El máximo es 999,999.99.'],
      ['0', 'Escribe un importe mayor que cero.'],
      ['USD 10', 'Está en otra moneda.'],
      ['gratis', 'Escribe un importe como 1,234.50.'],
    ] as const) {
      write(element, month, value)
      await until(() => fieldAt(element, month).ariaInvalid === 'true')
      await until(() => saidAt(element, month) === said)
      expect(maySave(element)).toBe(false)
    }
    saveButton(element).click()
    await chord('s')
    await until(() => focused(element) === month)
    expect(server.asked('PUT', saves).length).toBe(0)
    expect(server.asked('POST', /check$/).length).toBe(0)
  })

  it('saves rates only when everything is there, and keeps a draft of what is not', async () => {
    const { server } = openOffice()
    const element = await atDraft('pricing')
    write(element, month, '')
    await until(() => saidAt(element, month) === 'Falta el precio en MXN.')
    expect(maySave(element)).toBe(false)
    await says(element, 'Falta 1 dato')
    saveButton(element).click()
    expect(server.asked('PUT', saves).length).toBe(0)
    await press(element, 'Guardar borrador')
    await says(element, 'Borrador guardado.')
    write(element, month, '2,600')
    await until(() => maySave(element))
    saveButton(element).click()
    await says(element, 'Tarifas guardadas.')
    expect(server.asked('PUT', saves).map(({ headers }) => headers.get('if-match'))).toEqual(['"1"', '"2"'])
  })

  it('leads to what is missing on another tab', async () => {
    const prices = { MXN: { month: null, year: 2_549_000 }, USD: { month: 14_900, year: 152_000 } }
    openOffice(new OfficeServer([draft({ content: content({ prices }) }), sold()]))
    const element = await atDraft()
    expect(one(element, '#tab-pricing [role=img]').ariaLabel).toBe('Faltan datos')
    await press(element, 'Falta 1 dato')
    await until(() => focused(element) === month)
  })

  it('shows what the server refuses at its field, and keeps what was typed', async () => {
    openOffice(new OfficeServer(), ({ method, path }) =>
      method === 'PUT' && saves.test(path)
        ? problem(422, 'dates-overlap', 'Las fechas se cruzan.', [
            { path: 'startsAt', message: 'Se cruza con las fechas de la versión 1.' },
          ])
        : undefined,
    )
    const element = await atDraft('pricing')
    write(element, month, '2,600')
    await until(() => maySave(element))
    saveButton(element).click()
    await says(element, 'Las fechas se cruzan.')
    await until(() => focused(element) === 'startsAt')
    expect(saidAt(element, 'startsAt')).toBe('Se cruza con las fechas de la versión 1.')
    one<HTMLButtonElement>(element, '#tab-pricing').click()
    await until(() => element.shadowRoot!.querySelector(`[data-path="${month}"]`))
    expect(fieldAt(element, month).value).toBe('2,600')
  })

  it('says when no answer came, and saves once one does', async () => {
    let isDown = true
    const { shared } = openOffice(new OfficeServer(), ({ method }) => {
      if (isDown && method === 'PUT') throw new TypeError('Failed to fetch')
      return undefined
    })
    const element = await atDraft('pricing')
    write(element, month, '2,600')
    await until(() => maySave(element))
    saveButton(element).click()
    await says(element, 'No logramos comunicarnos con el servidor.')
    isDown = false
    saveButton(element).click()
    await says(element, 'Tarifas guardadas.')
    expect(shared.content.prices.MXN!.month).toBe(260_000)
  })

  it('discards what was typed, and takes even that back', async () => {
    openOffice()
    const element = await atDraft('pricing')
    write(element, month, '2,600')
    await press(element, 'Descartar')
    await until(() => valueAt(element, month) === '2,499.00')
    await press(element, 'Deshacer')
    await until(() => valueAt(element, month) === '2,600')
  })

  it('goes on where the catalogue gets a feature meanwhile', async () => {
    const { vocabulary, ...rest } = settings()
    const features = [...vocabulary.features]
    openOffice(new OfficeServer(), ({ method, path }) =>
      method === 'GET' && path === officePaths.plans
        ? json({ ...rest, vocabulary: { ...vocabulary, features } })
        : undefined,
    )
    const element = await atDraft('features')
    features.push({ ...features[0]!, id: 'novelty', name: { 'es-MX': 'Novedad', en: 'Novelty' } })
    one<HTMLInputElement>(element, '[part=feature] input').click()
    await until(() => maySave(element))
    saveButton(element).click()
    await says(element, 'Tarifas guardadas.')
    await press(element, 'Historial')
    await says(element, 'bruno@waizant.mx')
    await press(element, 'Funcionalidades')
    await until(() => all(element, '[part=feature]').length === features.length - 1)
  })

  it('refuses edits of a version that was sold', async () => {
    openOffice()
    const element = office('catalogue="erp" plan="pro" version="1" tab="pricing"')
    await says(element, 'Esta versión ya tiene clientes y no cambia.')
    expect(fieldAt(element, month).readOnly).toBe(true)
    write(element, month, '1')
    await element.updateComplete
    expect(element.shadowRoot!.querySelector('[part=save-bar]')).toBe(null)
  })
})

describe('Unsaved work', () => {
  afterEach(leave)

  it('is offered again after a reload, and is whole', async () => {
    const { server } = openOffice()
    const element = await atDraft('pricing')
    write(element, month, '2,6..')
    element.parentElement!.remove()
    const again = await atDraft('pricing')
    await says(again, 'Tienes cambios sin guardar.')
    expect(fieldAt(again, month).value).toBe('2,499.00')
    expect(fieldAt(again, month).readOnly).toBe(true)
    await press(again, 'Recuperar mis cambios')
    await until(() => valueAt(again, month) === '2,6..')
    expect(saidAt(again, month)).toBe('Revisa comas y puntos: 1,234.50.')
    expect(server.asked('PUT', saves).length).toBe(0)
  })

  it('is gone once it is thrown away, or saved', async () => {
    openOffice()
    const element = await atDraft('pricing')
    write(element, month, '2,600')
    element.parentElement!.remove()
    const second = await atDraft('pricing')
    await press(second, 'Descartarlos')
    await says(second, '¿Descartar tus cambios?')
    await press(second, 'Descartar')
    await until(() => !textOf(second).includes('cambios sin guardar'))
    write(second, month, '2,700')
    await until(() => maySave(second))
    saveButton(second).click()
    await says(second, 'Tarifas guardadas.')
    second.parentElement!.remove()
    const third = await atDraft('pricing')
    expect(textOf(third).includes('cambios sin guardar')).toBe(false)
    expect(fieldAt(third, month).value).toBe('2,700.00')
  })

  it('holds the page back where the browser cannot keep it', async () => {
    openOffice()
    const element = await atDraft('pricing')
    const leaves = () => {
      const event = new Event('beforeunload', { cancelable: true })
      dispatchEvent(event)
      return !event.defaultPrevented
    }
    const { setItem } = Storage.prototype
    Storage.prototype.setItem = () => {
      throw new DOMException('full', 'QuotaExceededError')
    }
    try {
      expect(leaves()).toBe(true)
      write(element, month, '2,600')
      expect(leaves()).toBe(false)
      await press(element, 'Descartar')
      expect(leaves()).toBe(true)
    } finally {
      Storage.prototype.setItem = setItem
    }
  })

  it('stays in its place while one looks at something else', async () => {
    openOffice()
    const element = await atDraft('pricing')
    write(element, month, '2,600')
    await press(element, 'Clientes')
    await says(element, 'Taller Faro')
    element.view = 'plans'
    element.plan = 'pro'
    element.version = undefined
    await says(element, 'sin guardar')
    await press(element, 'Versión 2')
    await press(element, 'Precios')
    await until(() => element.shadowRoot!.querySelector(`[data-path="${month}"]`))
    expect(fieldAt(element, month).value).toBe('2,600')
  })
})

describe('Two administrators at once', () => {
  afterEach(leave)

  const prices = content().prices
  const theirs = content({
    prices: { ...prices, MXN: { month: 270_000, year: 2_549_000 } },
    limits: { users: 60, branches: null },
  })

  it('see field by field what differs; nothing of either is lost', async () => {
    const { server, shared } = openOffice()
    const element = await atDraft('pricing')
    write(element, month, '2,600')
    write(element, 'prices.USD.month', '155')
    await until(() => maySave(element))
    shared.save(2, theirs)
    saveButton(element).click()
    await says(element, 'bruno@waizant.mx guardó esta versión mientras tú la editabas.')
    await says(element, '$2,600.00 MXN')
    expect(textOf(element)).toContain('$2,700.00 MXN')
    expect(shared.content.prices.MXN!.month).toBe(270_000)
    one<HTMLInputElement>(element, '[type=radio][value=theirs]').click()
    await press(element, 'Combinar y seguir')
    await says(element, 'Listo: aquí están los cambios de los dos.')
    expect(fieldAt(element, month).value).toBe('2,700.00')
    expect(fieldAt(element, 'prices.USD.month').value).toBe('155.00')
    await until(() => maySave(element))
    saveButton(element).click()
    await says(element, 'Tarifas guardadas.')
    expect(shared.content.prices).toEqual({
      MXN: { month: 270_000, year: 2_549_000 },
      USD: { month: 15_500, year: 152_000 },
    })
    expect(shared.content.limits).toEqual({ users: 60, branches: null })
    expect(server.asked('PUT', officePaths.version).map(({ headers }) => headers.get('if-match'))).toEqual([
      '"1"',
      '"2"',
    ])
  })

  it('may give way to the other one, once they are sure', async () => {
    const { shared } = openOffice()
    const element = await atDraft('pricing')
    write(element, month, '2,600')
    await until(() => maySave(element))
    shared.save(2, theirs)
    saveButton(element).click()
    await press(element, 'Descartar lo mío')
    await press(element, 'Cancelar')
    await says(element, 'Alguien más guardó mientras escribías')
    await press(element, 'Descartar lo mío')
    await says(element, '¿Descartar tus cambios?')
    await press(element, 'Descartar')
    await until(() => element.shadowRoot!.querySelector(`[data-path="${month}"]`))
    expect(fieldAt(element, month).value).toBe('2,700.00')
    await says(element, 'Todo está guardado.')
  })

  it('see it after a reload, too', async () => {
    const { shared } = openOffice()
    const element = await atDraft('pricing')
    write(element, month, '2,600')
    element.parentElement!.remove()
    shared.save(2, theirs)
    const again = await atDraft('pricing')
    await says(again, 'Alguien guardó después')
    await press(again, 'Recuperar mis cambios')
    await says(again, 'Alguien más guardó mientras escribías')
    await press(again, 'Combinar y seguir')
    await until(() => valueAt(again, month) === '2,600.00')
  })

  it('take what they typed into a new version when theirs was sold meanwhile', async () => {
    const { shared } = openOffice()
    const element = await atDraft('pricing')
    write(element, month, '2,600')
    await until(() => maySave(element))
    const { etag } = shared.versions.get(2)!
    shared.versions.set(2, draft({ sold: true, published: true, active: true, status: 'in-force', etag }))
    saveButton(element).click()
    await says(element, 'La versión 2 ya tiene clientes y no cambia.')
    await press(element, 'Llevar mis cambios a una nueva')
    await press(element, 'Crear borrador')
    await says(element, 'Pro · Versión 3')
    one<HTMLButtonElement>(element, '#tab-pricing').click()
    await until(() => element.shadowRoot!.querySelector(`[data-path="${month}"]`))
    await until(() => valueAt(element, month) === '2,600')
    await says(element, '1 cambio sin guardar')
    expect(shared.content.prices.MXN!.month).toBe(249_900)
  })
})
