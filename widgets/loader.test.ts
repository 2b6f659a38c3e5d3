import { expect } from './testing/expect.ts'
import { all, flaws, one, until } from './testing/page.ts'
import { afterEach, describe, it } from './testing/suite.ts'

let frame: HTMLIFrameElement | undefined

/** Opens a page of the built site, as a visitor would. */
const open = async (path: string) => {
  frame = document.createElement('iframe')
  Object.assign(frame, { src: `/built/${path}`, width: 1200, height: 900 })
  const loaded = new Promise((resolve) => frame!.addEventListener('load', resolve, { once: true }))
  document.body.append(frame)
  await loaded
  return frame.contentWindow as Window & typeof globalThis
}

const asked = ({ performance }: Window) =>
  performance
    .getEntriesByType('resource')
    .map(({ name }) => name.replace(/.*\/built\//, ''))
    .filter((name) => !name.includes('favicon'))

const requestsForPlans = (page: Window) => asked(page).filter((name) => name.includes('/plans?'))
const amount = (element: Element) =>
  all(element, '[part=amount]')
    .find((text) => text.checkVisibility())
    ?.innerText.replaceAll(/\s/g, '')

describe('The script tag', () => {
  afterEach(() => frame?.remove())

  it('brings the elements of the page, with one request for their plans', async () => {
    const page = await open('plain?tags=waizant-plan-picker,waizant-plan-comparison')
    const [picker, comparison] = ['picker', 'comparison'].map(
      (name) => page.document.querySelector(`waizant-plan-${name}`)!,
    )
    await until(() => picker!.hasAttribute('ready') && comparison!.hasAttribute('ready'))
    await until(() => amount(picker!) === '$999.00' && amount(comparison!) === '$999.00')
    expect(requestsForPlans(page)).toEqual(['v1/catalogues/erp/plans?currency=MXN&locale=es-MX'])
    expect(asked(page).filter((name) => name.includes('balance')).length).toBe(0)
    expect(asked(page).filter((name) => name.includes('hydrate')).length).toBe(0)
  })

  it('loads elements that are added later, and warns of an unknown tag', async () => {
    const page = await open('plain?tags=p')
    const warnings: string[] = []
    page.console.warn = (text: string) => warnings.push(text)
    page.document.body.insertAdjacentHTML(
      'beforeend',
      '<div><waizant-plan-picker catalogue="erp" interval="year"></waizant-plan-picker></div><waizant-plan-piker></waizant-plan-piker>',
    )
    const picker = page.document.querySelector('waizant-plan-picker')!
    await until(() => picker.hasAttribute('ready') && amount(picker) === '$10,189.00')
    expect(warnings.join()).toContain('<waizant-plan-piker>')
  })
})

describe('Server-rendered elements', () => {
  afterEach(() => frame?.remove())

  it('come alive in place: no request, no second rendering', async () => {
    const page = await open('rendered?tags=waizant-plan-picker,waizant-plan-comparison&interval=year')
    const picker = page.document.querySelector('waizant-plan-picker')!
    const card = one(picker, 'article')
    const row = one(page.document.querySelector('waizant-plan-comparison')!, 'tbody tr')
    expect(amount(picker)).toBe('$10,189.00')
    await until(() => page.document.querySelectorAll('[ready]').length === 2)
    expect(one(picker, 'article')).toBe(card)
    expect(row.isConnected).toBe(true)
    expect(all(picker, 'section').length).toBe(1)
    expect(requestsForPlans(page).length).toBe(0)
    one<HTMLInputElement>(picker, '[value=month]').click()
    await until(() => amount(picker) === '$999.00' && picker.getAttribute('interval') === 'month')
    expect(requestsForPlans(page).length).toBe(0)
    one<HTMLInputElement>(picker, '[value=USD]').click()
    await until(() => amount(picker) === '$59.00')
    expect(requestsForPlans(page).length).toBe(1)
  })

  it('keep what a visitor switched before the script arrived', async () => {
    const page = await open('rendered?tags=waizant-plan-picker')
    const picker = page.document.querySelector('waizant-plan-picker')!
    one<HTMLInputElement>(picker, '[value=year]').click()
    expect(amount(picker)).toBe('$10,189.00')
    await until(() => picker.hasAttribute('ready') && picker.getAttribute('interval') === 'year')
    expect(amount(picker)).toBe('$10,189.00')
    expect(one<HTMLInputElement>(picker, '[value=year]').checked).toBe(true)
  })

  it('are rendered again when the markup is of another release', async () => {
    const page = await open('rendered?tags=waizant-plan-picker&stale')
    const picker = page.document.querySelector('waizant-plan-picker')!
    await until(() => picker.hasAttribute('ready'))
    expect(all(picker, 'section').length).toBe(1)
    expect(all(picker, 'article').length).toBe(3)
    one<HTMLInputElement>(picker, '[value=year]').click()
    await until(() => amount(picker) === '$10,189.00')
  })

  it('are accessible', async () => {
    const page = await open('rendered?tags=waizant-plan-picker')
    await until(() => page.document.querySelector('[ready]'))
    const copy = document.createElement('div')
    document.body.append(copy)
    copy.setHTMLUnsafe(await (await fetch('/built/rendered?tags=waizant-plan-comparison')).text())
    expect(await flaws(copy)).toEqual([])
    copy.remove()
  })
})
