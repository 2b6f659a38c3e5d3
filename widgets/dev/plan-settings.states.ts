import type { WaizantPlanSettings } from '../elements/plan-settings/plan-settings.ts'
import { content, draft, sold } from '../fixtures/office.ts'
import { connect } from '../stores/connect.ts'
import { never, on } from '../testing/customer-answers.ts'
import { type Answer, json, problem } from '../testing/fake-server.ts'
import { atPath, press, says, write } from '../testing/office.ts'
import { OfficeServer, officePaths } from '../testing/office-answers.ts'
import type { State } from './state.ts'

type Settings = WaizantPlanSettings

interface Situation {
  attributes?: string
  shared?: () => OfficeServer
  answers?: () => Answer[]
  act?: (element: Settings, shared: OfficeServer) => Promise<unknown>
}

const state = (name: string, { attributes, shared, answers, act }: Situation = {}): State<Settings> => {
  let office = new OfficeServer()
  return {
    name,
    element: 'waizant-plan-settings',
    answers: () => {
      office = shared?.() ?? new OfficeServer()
      return [...(answers?.() ?? []), office.answer]
    },
    ...(attributes && { attributes }),
    ...(act && { act: (element) => act(element, office) }),
  }
}

const version = (tab: string, number = 2) => `catalogue="erp" plan="pro" version="${number}" tab="${tab}"`

const unpriced = () =>
  new OfficeServer([
    draft({
      content: content({
        prices: { MXN: { month: null, year: null }, USD: { month: 14_900, year: 152_000 } },
      }),
    }),
    sold(),
  ])

const month = 'prices.MXN.month'

/** A conflict: Ana edits, Bruno saves before her. */
const clash = async (element: Settings, shared: OfficeServer) => {
  await atPath(element, month)
  write(element, month, '2,600.00')
  write(element, 'prices.USD.month', '155.00')
  const { prices } = shared.content
  const theirs = { MXN: { ...prices.MXN!, month: 270_000 }, USD: prices.USD! }
  shared.save(2, content({ prices: theirs, limits: { users: 60, branches: null } }))
  await press(element, element.language === 'en' ? 'Save rates' : 'Guardar tarifas')
}

const hostile = '<img src=x onerror=alert(1)>'.repeat(4)

/** Every state of the back office. */
export const planSettingsStates: readonly State<Settings>[] = [
  state('loading', { answers: () => [never('GET', officePaths.catalogues)] }),
  state('signed-out', { act: async () => connect({ getToken: undefined as never }) }),
  state('refused', {
    answers: () => [
      on('GET', officePaths.catalogues, () =>
        problem(403, 'not-an-operator', 'Esta parte es solo para el equipo que opera la tienda.'),
      ),
    ],
  }),
  state('failed', {
    answers: () => [
      on('GET', officePaths.plans, () => problem(503, 'unavailable', 'El servicio no responde.')),
    ],
  }),
  state('plans'),
  state('repaired', {
    act: async (element) => {
      await says(element, 'Staging')
      await press(element, element.language === 'en' ? 'Repair Staging' : 'Reparar Staging')
    },
  }),
  state('versions', { attributes: 'catalogue="erp" plan="pro"' }),
  state('no-versions', {
    attributes: 'catalogue="erp" plan="pro"',
    answers: () => [
      on('GET', officePaths.versions, { catalogue: 'erp', plan: 'pro', nextNumber: 1, versions: [] }),
    ],
  }),
  state('create', {
    attributes: 'catalogue="erp" plan="pro"',
    act: (element) => press(element, element.language === 'en' ? 'Create version' : 'Crear versión'),
  }),
  state('parameters', { attributes: version('parameters') }),
  state('wrong', {
    attributes: version('parameters'),
    act: async (element) => {
      await atPath(element, 'parameters.encounters.packages.USD.month.0.unit')
      write(element, 'parameters.encounters.packages.USD.month.0.unit', '-1')
      write(element, 'parameters.encounters.packages.USD.month.1.quantity', '50')
    },
  }),
  state('missing', { attributes: version('pricing'), shared: unpriced }),
  state('features', { attributes: version('features') }),
  state('services', { attributes: version('services') }),
  state('pricing', { attributes: version('pricing') }),
  state('details', { attributes: version('details') }),
  state('history', { attributes: version('history') }),
  state('sold', { attributes: version('pricing', 1) }),
  state('changed', {
    attributes: version('pricing'),
    act: async (element) => {
      await atPath(element, month)
      write(element, month, '2,600.00')
    },
  }),
  state('saved', {
    attributes: version('pricing'),
    act: async (element) => {
      await atPath(element, month)
      write(element, month, '2,600.00')
      await press(element, element.language === 'en' ? 'Save rates' : 'Guardar tarifas')
    },
  }),
  state('dispute', { attributes: version('pricing'), act: clash }),
  state('publish', {
    attributes: version('pricing'),
    shared: () => new OfficeServer([draft({ active: true }), sold()]),
    act: (element) => press(element, element.language === 'en' ? 'Publish' : 'Publicar'),
  }),
  state('delete', {
    attributes: version('pricing'),
    act: (element) => press(element, element.language === 'en' ? 'Delete version' : 'Eliminar versión'),
  }),
  state('keys', {
    attributes: version('parameters'),
    act: (element) => press(element, element.language === 'en' ? 'Keyboard' : 'Teclado'),
  }),
  state('not-found', { attributes: version('pricing', 9) }),
  state('customers', { attributes: 'view="customers"' }),
  state('no-customers', {
    attributes: 'view="customers"',
    answers: () => [
      on('GET', officePaths.customers, () => json({ page: 1, pages: 1, total: 0, customers: [] })),
    ],
  }),
  state('leads', { attributes: 'view="leads"' }),
  state('ecosystems', { attributes: 'view="ecosystems"' }),
  state('hostile', {
    attributes: version('details'),
    shared: () =>
      new OfficeServer([draft({ content: content({ name: { 'es-MX': hostile, en: hostile } }) }), sold()]),
  }),
]
