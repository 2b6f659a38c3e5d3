import { expect } from '../../testing/expect.ts'
import { FakeServer, json, problem } from '../../testing/fake-server.ts'
import { button, clear, flaws, mount, one, ready, until, visibleText } from '../../testing/page.ts'
import { afterEach, describe, it } from '../../testing/suite.ts'
import '../../elements/plan-picker/plan-picker.ts'
import type { WaizantPlanPicker } from '../../elements/plan-picker/plan-picker.ts'

const picker = async (server: FakeServer, attributes = '') => {
  const element = await ready(
    mount<WaizantPlanPicker>(
      `<waizant-plan-picker api="${server.api}" catalogue="erp" ${attributes}></waizant-plan-picker>`,
    ),
  )
  await until(() => visibleText(element).includes('Pro'))
  return element
}

const opened = async (element: Element, tag: string) => {
  const dialog = await until(() => element.shadowRoot?.querySelector<HTMLElement>(tag))
  await until(() => dialog.shadowRoot?.querySelector('dialog')?.open)
  return dialog
}

const write = (dialog: Element, name: string, value: string) => {
  one<HTMLInputElement>(dialog, `#${name}`).value = value
}

const said = (dialog: Element) => one(dialog, 'dialog').innerText
const send = (dialog: Element) => one<HTMLButtonElement>(dialog, 'form button').click()

describe('The trial', () => {
  afterEach(clear)

  const timeZone = 'Pacific/Kiritimati'
  const started = {
    trial: { endsAt: '2026-12-20T10:00:00Z', maxUsers: 5 },
    ecosystem: 'abarrotes-ana',
    timeZone,
  }

  it('asks for an email and a company, starts, and says what comes next', async () => {
    const server = new FakeServer().on(({ path }) => (path === '/v1/trials' ? json(started, 201) : undefined))
    const element = await picker(server)
    button(element, 'pro', 'trial').click()
    const dialog = await opened(element, 'waizant-trial-dialog')
    expect(said(dialog)).toContain('Prueba gratis 30 días')
    expect(await flaws(element)).toEqual([])
    write(dialog, 'email', ' ana@abarrotes.mx ')
    write(dialog, 'company', 'Abarrotes Ana')
    send(dialog)
    send(dialog)
    await until(() => said(dialog).includes('Tu prueba está lista'))
    expect(said(dialog)).toContain('21 de diciembre de 2026')
    expect(said(dialog)).toContain('abarrotes-ana')
    expect(server.asked('POST', '/v1/trials').map(({ body }) => body)).toEqual([
      {
        catalogue: 'erp',
        locale: 'es-MX',
        timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
        email: 'ana@abarrotes.mx',
        company: 'Abarrotes Ana',
      },
    ])
    expect(await flaws(element)).toEqual([])
  })

  it('says at the field what is wrong before it asks the server', async () => {
    const server = new FakeServer()
    const element = await picker(server)
    button(element, 'basico', 'trial').click()
    const dialog = await opened(element, 'waizant-trial-dialog')
    write(dialog, 'email', 'ana')
    send(dialog)
    await until(() => said(dialog).includes('Escribe un correo como'))
    expect(said(dialog)).toContain('Escribe este dato.')
    expect(dialog.shadowRoot?.activeElement?.id).toBe('email')
    expect(one(dialog, '#email').ariaInvalid).toBe('true')
    expect(server.asked('POST', '/v1/trials').length).toBe(0)
    expect(await flaws(element)).toEqual([])
  })

  it('shows the server’s objections at their fields and keeps what was written', async () => {
    const server = new FakeServer().on(({ path }) =>
      path === '/v1/trials'
        ? problem(422, 'invalid', 'Revisa los datos.', [{ path: 'email', message: 'Este correo no existe.' }])
        : undefined,
    )
    const element = await picker(server)
    button(element, 'basico', 'trial').click()
    const dialog = await opened(element, 'waizant-trial-dialog')
    write(dialog, 'email', 'ana@abarrotes.mx')
    write(dialog, 'company', 'Abarrotes Ana')
    send(dialog)
    await until(() => said(dialog).includes('Este correo no existe.'))
    expect(one<HTMLInputElement>(dialog, '#email').value).toBe('ana@abarrotes.mx')
    expect(one<HTMLInputElement>(dialog, '#company').value).toBe('Abarrotes Ana')
  })

  it('gives the focus back to its button when closed', async () => {
    const element = await picker(new FakeServer())
    const trial = button(element, 'pro', 'trial')
    trial.focus()
    trial.click()
    const dialog = await opened(element, 'waizant-trial-dialog')
    one<HTMLDialogElement>(dialog, 'dialog').close()
    await until(() => !element.shadowRoot?.querySelector('waizant-trial-dialog'))
    expect(element.shadowRoot?.activeElement).toBe(trial)
  })
})

describe('The request for a quote', () => {
  afterEach(clear)

  it('sends who asks and what for, in English', async () => {
    const server = new FakeServer().on(({ path }) =>
      path === '/v1/leads' ? json({ id: 'lead_1' }, 201) : undefined,
    )
    const element = await picker(server, 'locale="en"')
    button(element, 'enterprise', 'contact').click()
    const dialog = await opened(element, 'waizant-lead-dialog')
    expect(said(dialog)).toContain('A quote for Enterprise')
    expect(await flaws(element)).toEqual([])
    write(dialog, 'name', 'Ana')
    write(dialog, 'company', 'Abarrotes')
    write(dialog, 'email', 'ana@abarrotes.mx')
    send(dialog)
    await until(() => said(dialog).includes('We have your request'))
    expect(server.asked('POST', '/v1/leads')[0]!.body).toEqual({
      catalogue: 'erp',
      plan: 'enterprise',
      name: 'Ana',
      company: 'Abarrotes',
      email: 'ana@abarrotes.mx',
    })
    expect(await flaws(element)).toEqual([])
  })

  it('keeps everything when there is no answer', async () => {
    const server = new FakeServer().on(({ path }) => {
      if (path === '/v1/leads') throw new TypeError('Failed to fetch')
      return undefined
    })
    const element = await picker(server)
    button(element, 'enterprise', 'contact').click()
    const dialog = await opened(element, 'waizant-lead-dialog')
    for (const [name, value] of [
      ['name', 'Ana'],
      ['company', 'Abarrotes'],
      ['email', 'ana@abarrotes.mx'],
      ['message', 'Hola'],
    ]) {
      write(dialog, name!, value!)
    }
    send(dialog)
    await until(() => said(dialog).includes('Tus datos siguen aquí'))
    expect(one<HTMLTextAreaElement>(dialog, '#message').value).toBe('Hola')
    expect(await flaws(element)).toEqual([])
  })
})
