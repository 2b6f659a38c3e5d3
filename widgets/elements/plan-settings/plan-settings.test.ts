import { content, draft, sold } from '../../fixtures/office.ts'
import { connect } from '../../stores/connect.ts'
import { expect } from '../../testing/expect.ts'
import { problem } from '../../testing/fake-server.ts'
import { dialogIn, fieldAt, office, openOffice, press, says, textOf, write } from '../../testing/office.ts'
import { OfficeServer, officePaths } from '../../testing/office-answers.ts'
import { all, clear, one, until } from '../../testing/page.ts'
import { afterEach, describe, it } from '../../testing/suite.ts'

const nobody = undefined as unknown as () => string

describe('<waizant-plan-settings>', () => {
  afterEach(() => {
    clear()
    connect({ getToken: nobody })
  })

  it('requests nothing from the server while no person is signed in', async () => {
    const { server } = openOffice()
    connect({ getToken: nobody })
    const element = office()
    await says(element, 'Inicia sesión como administrador')
    expect(server.seen.length).toBe(0)
  })

  it('sends a request once more with a fresh token, where the first had expired on its way', async () => {
    let token = 'old'
    const { server } = openOffice(new OfficeServer(), ({ headers }) => {
      if (headers.get('authorization') !== 'Bearer old') return undefined
      token = 'fresh'
      return problem(401, 'unauthorized', 'Tu sesión terminó.')
    })
    connect({ getToken: () => token })
    const element = office()
    await says(element, 'ERP')
    expect(textOf(element).includes('Tu sesión terminó.')).toBe(false)
    const sent = server
      .asked('GET', officePaths.catalogues)
      .map(({ headers }) => headers.get('authorization'))
    expect(sent).toEqual(['Bearer old', 'Bearer fresh'])
  })

  it('refuses who is not of the group, names it, and lets them try again', async () => {
    let isMember = false
    const { server } = openOffice(new OfficeServer(), ({ path }) =>
      !isMember && path === officePaths.catalogues
        ? problem(403, 'not-an-operator', 'Esta parte es solo para el equipo que opera la tienda.')
        : undefined,
    )
    const element = office()
    await says(element, 'waizant-backoffice')
    expect(textOf(element)).toContain('Esta parte es solo para el equipo')
    expect(server.asked('GET', officePaths.plans).length).toBe(0)
    isMember = true
    await press(element, 'Reintentar')
    await says(element, 'Enterprise')
  })

  it('shows plans with what is sold of each: version, prices, features, subscribers', async () => {
    const { server } = openOffice()
    const element = office()
    await says(element, 'Vigente')
    expect(textOf(element)).toContain('$2,499.00')
    expect(textOf(element)).toContain('−15 %')
    expect(textOf(element)).toContain('Nunca publicada')
    expect(server.seen[0]!.headers.get('authorization')).toBe('Bearer a-token')
    expect(server.asked('GET', officePaths.plans).length).toBe(1)
  })

  it('shows each environment of Stripe, what differs, and repairs it', async () => {
    const { server } = openOffice()
    const element = office()
    await says(element, 'Con diferencias')
    await says(element, '1 diferencia')
    one<HTMLDetailsElement>(element, 'details').open = true
    expect(textOf(element)).toContain('Tiene otro importe')
    expect(textOf(element)).toContain('$2,399.00')
    await press(element, 'Reparar Staging')
    await says(element, 'Staging está al día.')
    expect(server.asked('POST', officePaths.sync).map(({ body }) => body)).toEqual([
      { environment: 'staging' },
    ])
  })

  it('reports the current route to the page, and follows its attributes', async () => {
    openOffice()
    const element = office()
    const routes: string[] = []
    element.addEventListener('waizant-route-change', ({ route }) =>
      routes.push([route.view, route.plan, route.version, route.tab].join(' ')),
    )
    await says(element, '2 versiones')
    await press(element, 'Versión 1')
    await says(element, 'Esta versión ya tiene clientes')
    one<HTMLButtonElement>(element, '#tab-pricing').click()
    await until(() => element.getAttribute('tab') === 'pricing')
    await press(element, 'Clientes')
    await says(element, 'Taller Faro')
    expect(routes).toEqual(['plans pro 1 parameters', 'plans pro 1 pricing', 'customers   parameters'])
    for (const [name, value] of Object.entries({
      catalogue: 'erp',
      plan: 'pro',
      version: '2',
      tab: 'details',
    }))
      element.setAttribute(name, value)
    element.removeAttribute('view')
    await says(element, 'Pro · Versión 2')
    expect(fieldAt(element, 'name.en').value).toBe('Pro')
    expect(routes.length).toBe(3)
  })

  it('begins at the title of where one arrives', async () => {
    openOffice()
    const element = office('catalogue="erp" plan="pro"')
    await press(element, 'Versión 2')
    await says(element, 'Pro · Versión 2')
    await until(() => (element.shadowRoot!.activeElement as HTMLElement)?.innerText === 'Pro · Versión 2')
  })

  it('creates a version: its number proposed, its first day, a copy of what is sold', async () => {
    const { server } = openOffice()
    const element = office('catalogue="erp" plan="pro"')
    const changes: string[] = []
    element.addEventListener('waizant-version-changed', ({ change }) =>
      changes.push(`${change.action} ${change.version}`),
    )
    await press(element, 'Crear versión')
    const dialog = await until(() => dialogIn(element))
    await says(element, 'El siguiente libre es 3.')
    expect(one<HTMLInputElement>(dialog, '#number').value).toBe('3')
    expect(one<HTMLSelectElement>(dialog, '#copyFrom').value).toBe('1')
    one<HTMLInputElement>(dialog, '#startsAt').value = '2026-12-01T09:30'
    await press(element, 'Crear borrador')
    await says(element, 'Pro · Versión 3')
    expect(server.asked('POST', officePaths.versions).map(({ body }) => body)).toEqual([
      { number: 3, startsAt: new Date('2026-12-01T09:30').toISOString(), copyFrom: 1 },
    ])
    expect(changes).toEqual(['create 3'])
  })

  it('says at its field that a number was used', async () => {
    openOffice()
    const element = office('catalogue="erp" plan="pro"')
    await press(element, 'Crear versión')
    const dialog = await until(() => dialogIn(element))
    one<HTMLInputElement>(dialog, '#number').value = '2'
    await press(element, 'Crear borrador')
    await says(element, 'Este número ya se usó.')
    expect(one(dialog, '#number').ariaInvalid).toBe('true')
    expect(dialog.shadowRoot!.activeElement!.id).toBe('number')
  })

  it('publishes after a confirmation that shows the public prices', async () => {
    const { server } = openOffice(new OfficeServer([draft({ active: true }), sold()]))
    const element = office('catalogue="erp" plan="pro" version="2"')
    await press(element, 'Publicar')
    await says(element, '¿Publicar Pro · Versión 2?')
    expect(textOf(element)).toContain('$25,490.00')
    await press(element, 'Cancelar')
    await until(() => !dialogIn(element))
    expect(server.asked('POST', /publish$/).length).toBe(0)
    await press(element, 'Publicar')
    await says(element, '¿Publicar Pro · Versión 2?')
    await press(element, 'Publicar')
    await says(element, 'Publicada. En unos segundos se ve en todas las páginas.')
    expect(server.asked('POST', /publish$/)[0]!.headers.get('if-match')).toBe('"1"')
    await press(element, 'Desactivar')
    await says(element, 'Deja de venderse en unos segundos.')
  })

  it('shows another administrator’s changes before it switches a version', async () => {
    const { shared, server } = openOffice(new OfficeServer([draft(), sold()]))
    const element = office('catalogue="erp" plan="pro" version="2" tab="pricing"')
    await says(element, 'Activar')
    const { prices } = shared.content
    shared.save(2, content({ prices: { ...prices, MXN: { month: 300_000, year: 3_000_000 } } }))
    await press(element, 'Activar')
    await says(element, 'Alguien cambió esta versión mientras tanto.')
    expect(fieldAt(element, 'prices.MXN.month').value).toBe('3,000.00')
    expect(shared.versions.get(2)!.active).toBe(false)
    await press(element, 'Activar')
    await says(element, 'Activada.')
    expect(server.asked('POST', /activate$/).length).toBe(2)
  })

  it('deletes only what is neither published nor active, after a question', async () => {
    const { server } = openOffice()
    const element = office('catalogue="erp" plan="pro" version="1"')
    await says(element, 'Pro · Versión 1')
    expect(textOf(element).includes('Eliminar versión')).toBe(false)
    element.version = 2
    await press(element, 'Eliminar versión')
    await says(element, '¿Eliminar la versión 2?')
    await press(element, 'Eliminar versión')
    await says(element, 'Versión 2 eliminada.')
    expect(server.asked('DELETE', officePaths.version).length).toBe(1)
    await until(() => all(element, 'tbody tr').length === 1)
  })

  it('switches nothing while something is typed and not saved', async () => {
    const { server } = openOffice()
    const element = office('catalogue="erp" plan="pro" version="2" tab="pricing"')
    await until(() => element.shadowRoot?.querySelector('[data-path]'))
    write(element, 'prices.MXN.month', '2,600')
    await press(element, 'Activar')
    await says(element, 'Guarda o descarta tus cambios primero.')
    expect(server.asked('POST', /activate$/).length).toBe(0)
  })

  it('shows who changed what, before and after', async () => {
    openOffice()
    const element = office('catalogue="erp" plan="pro" version="2" tab="history"')
    await says(element, 'bruno@waizant.mx cambió la versión')
    const cells = all(element, '[part=change]:first-child tbody tr').map((row) =>
      [...row.children].map((cell) => (cell as HTMLElement).innerText.trim()).join(' | '),
    )
    expect(cells).toEqual([
      'Precio · MXN · Mensual | $1,999.00 MXN | $2,499.00 MXN',
      'Encounters · paquetes · USD · Mensual · renglón 2 · Costo por unidad | $0.52 USD | $0.50 USD',
      'Funcionalidad · Tienda en línea | – | Sí',
      'Límite · Sucursales | 5 | Sin límite',
    ])
  })

  it('finds customers as one types, and saves all of them as a spreadsheet', async () => {
    const { server } = openOffice()
    const element = office('view="customers"')
    await says(element, '2 resultados')
    const search = one<HTMLInputElement>(element, '[type=search]')
    for (const text of ['c', 'ca', 'caf']) {
      search.value = text
      search.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
    }
    await says(element, '1 resultado')
    expect(textOf(element)).toContain('Café Volcán')
    expect(textOf(element).includes('Taller Faro')).toBe(false)
    expect(server.asked('GET', officePaths.customers).map(({ search }) => search.get('search'))).toEqual([
      null,
      'caf',
    ])
    const saved: string[] = []
    const { click } = HTMLAnchorElement.prototype
    HTMLAnchorElement.prototype.click = function () {
      saved.push(this.download)
    }
    try {
      await press(element, 'Descargar .xlsx')
      await until(() => saved.length)
    } finally {
      HTMLAnchorElement.prototype.click = click
    }
    expect(saved).toEqual(['clientes.xlsx'])
    expect(server.asked('GET', '/v1/admin/customers.xlsx')[0]!.search.get('search')).toBe('caf')
  })

  it('keeps what was searched for, and for nobody else', async () => {
    openOffice()
    const element = office('view="customers"')
    await says(element, '2 resultados')
    const search = one<HTMLInputElement>(element, '[type=search]')
    search.value = 'caf'
    search.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }))
    await says(element, '1 resultado')
    await press(element, 'Ecosistemas')
    await until(() => !textOf(element).includes('Café Volcán'))
    await press(element, 'Clientes')
    await says(element, 'Café Volcán')
    expect(one<HTMLInputElement>(element, '[type=search]').value).toBe('caf')
    connect({ getToken: () => 'another-token' })
    await says(element, '2 resultados')
    expect(one<HTMLInputElement>(element, '[type=search]').value).toBe('')
  })

  it('leaves its names to the first, where a second copy of the script runs', async () => {
    openOffice()
    await says(office(), 'Vigente')
    const second = './back-office.ts?second'
    expect(Object.keys(await import(second))).toEqual(['furnish'])
  })

  it('shows what was typed as text, never as markup', async () => {
    const hostile = '<img src=x onerror=alert(1)>'
    const name = { 'es-MX': hostile, en: hostile }
    openOffice(new OfficeServer([draft({ content: content({ name }) }), sold()]))
    const element = office('catalogue="erp" plan="pro" version="2"')
    await says(element, hostile)
    expect(element.shadowRoot!.querySelector('img')).toBe(null)
  })
})
