import { describe, expect, it } from 'vitest'
import { readForm, refusedForm, returnedForm } from './form-state.ts'

const minute = 60_000
const sent = {
  key: 'a4f1c9de-7c1b-4f0e-9d53-1f0b1f2a3b4c',
  values: { email: 'ana', company: 'Ana' },
  shownAt: Date.now() - minute,
  trap: '',
  readable: true,
}
const problem = (status: number, errors: { path: string; message: string }[] = []) => ({
  type: 'about:blank',
  title: 't',
  status,
  code: 'invalid-input',
  detail: 'Hay datos por corregir.',
  errors,
})

it('says at the field what the API says of it, and keeps what was typed', () => {
  const form = refusedForm(sent, problem(400, [{ path: '/email', message: 'Escribe un correo.' }]), 'es-MX')
  expect(form.errors).toEqual({ email: 'Escribe un correo.' })
  expect(form.values).toEqual(sent.values)
  expect(form.focus).toBe('email')
  expect(form.message).toBe('Revisa lo marcado y vuelve a enviar.')
})

it('says the refusal itself when no field shows it', () => {
  expect(refusedForm(sent, problem(422), 'es-MX').message).toBe('Hay datos por corregir.')
})

it('takes a new key once the data must change', () => {
  expect(refusedForm(sent, problem(422), 'es-MX').key).not.toBe(sent.key)
})

it('keeps the key when the answer was lost, so that nothing happens twice', () => {
  expect(refusedForm(sent, null, 'en').key).toBe(sent.key)
  expect(refusedForm(sent, problem(503), 'en').key).toBe(sent.key)
})

it('reads only the fields it knows, trimmed, and distrusts a foreign key', async () => {
  const body = new URLSearchParams({ email: ' ana@x.mx ', amount: '1', key: 'mine' })
  const form = await readForm(new Request('http://x/', { method: 'POST', body }), ['email', 'company'])
  expect(form.values).toEqual({ email: 'ana@x.mx', company: '' })
  expect(form.key).toMatch(/^[0-9a-f-]{36}$/)
})

it('believes no time that has not come', async () => {
  const body = new URLSearchParams({ 'shown-at': String(Date.now() + minute) })
  const form = await readForm(new Request('http://x/', { method: 'POST', body }), [])
  expect(form.shownAt).toBeNull()
})

describe('what seems to be sent by a robot', () => {
  it('is not raised against a person who takes a moment', () =>
    expect(returnedForm(sent, 'es-MX')).toBeNull())

  it('comes back with all that was typed, and passes when it is sent once more', () => {
    const hasty = { ...sent, shownAt: Date.now() }
    const returned = returnedForm(hasty, 'es-MX')!
    expect(returned.status).toBe(422)
    expect(returned.form).toMatchObject({ key: sent.key, values: sent.values, shownAt: hasty.shownAt })
    expect(returned.form.message).toMatch(/robot/)
  })

  it('shows the field that no person sees, so that whose browser filled it in can empty it', () => {
    const { form } = returnedForm({ ...sent, trap: 'https://spam.example' }, 'en')!
    expect(form.errors.website).toMatch(/empty/)
    expect(form.focus).toBe('website')
    expect(form.values).toEqual(sent.values)
  })

  it('is whatever was never shown a form', () =>
    expect(returnedForm({ ...sent, shownAt: null }, 'en')?.status).toBe(422))

  it('says so when nothing could be read', () =>
    expect(returnedForm({ ...sent, readable: false }, 'en')?.status).toBe(413))
})
