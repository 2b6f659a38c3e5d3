import type { Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { counter, openStage, type Stage } from './stage.ts'

let stage: Stage
beforeAll(async () => {
  stage = await openStage({ RATE_LIMIT_PER_MINUTE: '40' })
})
afterAll(() => stage.close())
/** Each test starts with an unused rate limit. */
beforeEach(() => stage.running.deps.db.execute('delete from rate_limits'))

const rows = async <T>(query: string): Promise<T[]> =>
  ((await stage.running.deps.db.execute(query)) as unknown as { rows: T[] }).rows

const leads = () =>
  rows<{ name: string; company: string; message: string }>('select * from leads order by at')
const leadsOf = async (email: string) =>
  (await leads()).filter((lead) => (lead as unknown as { email: string }).email === email)
const trialsOf = (email: string) => rows(`select id from ecosystems where email = '${email}'`)

/** A person: the form has been on screen for a while before they send it. */
const takesAMoment = (page: Page) =>
  page.locator('[name=shown-at]').evaluate((field: HTMLInputElement) => {
    field.value = String(Date.now() - 60_000)
  })

const fill = async (page: Page, fields: Record<string, string>) => {
  for (const [name, value] of Object.entries(fields)) await page.locator(`#${name}`).fill(value)
}

const submit = (page: Page) => page.locator('main form button[type=submit]')

/** The form of a page as a program sends it, with changed values. */
const posted = async (path: string, fields: Record<string, string>) => {
  const html = await (await fetch(stage.url + path)).text()
  const hidden = [...html.matchAll(/type="hidden" name="([\w-]+)" value="([^"]*)"/g)]
  const body = new URLSearchParams(hidden.map(([, name, value]) => [name!, value!]))
  for (const [name, value] of Object.entries({ 'shown-at': '1', ...fields })) body.set(name, value)
  return () => fetch(stage.url + path, { method: 'POST', body })
}

const person = { name: 'Luz', company: 'Abarrotes Luz' }

describe('a form that is sent twice', () => {
  it('asks for one quote, double-clicked or reloaded', async () => {
    const email = 'doble@abarrotes.mx'
    const { page, troubles } = await stage.visitor()
    await page.goto('/contacto')
    await fill(page, { ...person, email })
    await takesAMoment(page)
    await submit(page).dblclick()
    await page.getByRole('heading', { name: 'Recibimos tu solicitud' }).waitFor()
    await page.reload()
    await page.getByRole('heading', { name: 'Recibimos tu solicitud' }).waitFor()
    expect(await leadsOf(email)).toHaveLength(1)
    expect(troubles).toEqual([])
  })

  it('starts one trial and says so each time', async () => {
    const email = 'doble@prueba.mx'
    const send = await posted('/prueba', { company: 'Doble Prueba', email })
    const answers = [...(await Promise.all([send(), send(), send()])), await send()]
    for (const answer of answers) {
      expect(answer.status).toBe(200)
      expect(await answer.text()).toContain('Tu prueba ya empezó')
    }
    expect(await trialsOf(email)).toHaveLength(1)
  })

  it('after the back button and a correction, is another attempt', async () => {
    const { page } = await stage.visitor()
    await page.goto('/contacto')
    await fill(page, { ...person, email: 'atras@abarrotes.mx', message: 'Diez usuarios' })
    await takesAMoment(page)
    await submit(page).click()
    await page.getByRole('heading', { name: 'Recibimos tu solicitud' }).waitFor()
    await page.goBack()
    await fill(page, { ...person, email: 'atras@abarrotes.mx', message: 'Mejor veinte' })
    await takesAMoment(page)
    await submit(page).click()
    await page.getByRole('heading', { name: 'Recibimos tu solicitud' }).waitFor()
    const kept = await leadsOf('atras@abarrotes.mx')
    expect(kept.map(({ message }) => message)).toEqual(['Diez usuarios', 'Mejor veinte'])
  })

  it('opens one payment page', async () => {
    const before = await counter(stage)
    const path = '/comprar?catalogue=erp&plan=pro&interval=month&currency=MXN'
    const send = await posted(path, { company: 'Doble Compra', email: 'doble@compra.mx' })
    const answers = [...(await Promise.all([send(), send()])), await send()]
    expect(new Set(answers.map(({ url }) => url)).size).toBe(1)
    expect(answers[0]!.url).toContain('/c/pay/')
    expect((await counter(stage)).open - before.open).toBe(1)
  })
})

describe('hostile text', () => {
  it('is kept and shown as the text that it is', async () => {
    const { page, troubles } = await stage.visitor()
    await page.goto('/contacto')
    const name = '<img src=x onerror=alert(1)>'
    await fill(page, {
      name,
      company: '=HYPERLINK("x") مطعم 👩🏽‍🍳',
      email: 'nada',
      message: '"><script>1</script>',
    })
    await takesAMoment(page)
    await submit(page).click()
    await page.locator('#email-error').waitFor()
    expect(await page.locator('#name').inputValue()).toBe(name)
    expect(await page.locator('#message').inputValue()).toBe('"><script>1</script>')
    await fill(page, { email: 'hostil@abarrotes.mx' })
    await submit(page).click()
    await page.getByRole('heading', { name: 'Recibimos tu solicitud' }).waitFor()
    expect(await leadsOf('hostil@abarrotes.mx')).toMatchObject([
      { name, company: '=HYPERLINK("x") مطعم 👩🏽‍🍳', message: '"><script>1</script>' },
    ])
    expect(troubles.filter((trouble) => !/status of 400/.test(trouble))).toEqual([])
  })

  it('breaks no line where there is one, and hides no sign', async () => {
    const email = 'lineas@abarrotes.mx'
    const send = await posted('/contacto', {
      name: 'Luz\r\nBcc: todos@x.mx\u0000',
      company: 'A',
      email,
      message: 'a\r\nb'.repeat(500),
    })
    expect((await send()).status).toBe(200)
    const [lead] = await leadsOf(email)
    expect(lead!.name).toBe('Luz Bcc: todos@x.mx')
    expect(lead!.message).toBe('a\nb'.repeat(500))
  })

  it('that is too long is refused at its field, and a flood of it as a whole', async () => {
    const long = await (await posted('/prueba', { company: 'x'.repeat(500), email: 'l@x.mx' }))()
    expect(long.status).toBe(400)
    expect(await long.text()).toContain('Máximo 120 caracteres.')
    const flood = await (await posted('/contacto', { message: 'x'.repeat(90_000) }))()
    expect(flood.status).toBe(413)
    expect(await flood.text()).toContain('No pudimos leer lo que enviaste')
  })

  it('in the address of a form loses no request', async () => {
    const email = 'enlace@viejo.mx'
    const send = await posted('/contacto?catalogue=zzz&plan=%3Cscript%3E', { ...person, email })
    expect((await send()).status).toBe(200)
    expect(await leadsOf(email)).toMatchObject([{ plan: 'enterprise', catalogue: 'erp' }])
  })
})

describe('a robot', () => {
  it('that fills in what no person sees is asked to empty it; a person can', async () => {
    const { page } = await stage.visitor({ javaScriptEnabled: false })
    const email = 'llenado@navegador.mx'
    const send = await posted('/contacto', { ...person, email, website: 'https://spam.example' })
    const answer = await send()
    expect(answer.status).toBe(422)
    expect(await leadsOf(email)).toHaveLength(0)
    await page.setContent(await answer.text())
    expect(await page.locator('#website-error').innerText()).toContain('robots')
    expect(await page.locator('#company').inputValue()).toBe(person.company)
  })

  it('that is faster than a person gets the form back; a person sends it once more, without JavaScript', async () => {
    const { page } = await stage.visitor({ javaScriptEnabled: false })
    const email = 'rapida@abarrotes.mx'
    const [at] = await rows<{ ms: string }>('select extract(epoch from now()) * 1000 as ms')
    const send = await posted('/prueba', {
      company: 'Rápida',
      email,
      'shown-at': String(Math.round(Number(at!.ms) + 30_000)),
    })
    const answer = await send()
    expect(answer.status).toBe(422)
    expect(await trialsOf(email)).toHaveLength(0)
    await page.goto('/prueba')
    await fill(page, { company: 'Rápida', email })
    while ((await page.getByRole('heading', { name: 'Tu prueba ya empezó' }).count()) === 0) {
      expect(await page.locator('#company').inputValue()).toBe('Rápida')
      await submit(page).click()
    }
    expect(await trialsOf(email)).toHaveLength(1)
  })

  it('that never stops has to wait, and keeps what it typed', async () => {
    const send = await posted('/contacto', { ...person, email: 'insiste@robot.mx' })
    const answers = []
    for (let times = 0; times < 45; times++) answers.push(await send())
    const last = answers.at(-1)!
    expect(last.status).toBe(429)
    expect(await last.text()).toContain('insiste@robot.mx')
    expect(await leadsOf('insiste@robot.mx')).toHaveLength(1)
  })
})
