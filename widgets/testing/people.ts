import { credit, invoice, invoiceList, paying } from '../fixtures/billing.ts'
import { money, recommendation } from '../fixtures/customer.ts'
import { connect } from '../stores/connect.ts'
import { type Answer, FakeServer, json, problem } from './fake-server.ts'
import { until } from './until.ts'

export const people = {
  ana: { company: 'Abarrotes Ana', last4: '1111', number: 'ANA-0001', balance: 111_11, plan: 'basico' },
  bea: { company: 'Boticas Bea', last4: '2222', number: 'BEA-0002', balance: 222_22, plan: 'pro' },
} as const

export type Person = keyof typeof people

const billingOf = (person: Person) => {
  const { company, last4, balance, plan } = people[person]
  const paymentMethod = { brand: 'visa', last4, expiresMonth: 12, expiresYear: 2030 }
  return paying({ company, plan, paymentMethod, balance: money(balance) })
}

const facts = {
  billing: billingOf,
  balance: (person: Person) => ({ ...credit(), balance: money(people[person].balance) }),
  invoices: (person: Person) => invoiceList([invoice(1, { number: people[person].number })]),
  recommendation: () => recommendation(),
}

/** Answers according to the bearer of the token; `held` names tokens whose answers wait until a test releases them. */
export const serverOf = (answer: Answer = () => undefined) => {
  const held = new Map<string, (() => void)[]>()
  const server = new FakeServer()
  server.on((seen) => {
    const resource = seen.path.split('/').at(-1)! as keyof typeof facts
    if (!seen.path.startsWith('/v1/ecosystems/') || !facts[resource]) return undefined
    const token = seen.headers.get('authorization')?.slice('Bearer '.length)
    if (!token || !(token in people)) return problem(401, 'unauthorized', 'Tu sesión terminó.')
    const answered = () => json(facts[resource](token as Person))
    const waiting = held.get(token)
    return waiting ? new Promise<void>((go) => waiting.push(go)).then(answered) : answered()
  })
  server.on(answer)
  connect(null)
  connect({ api: server.api })
  return Object.assign(server, {
    hold: (person: Person) => held.set(person, []),
    release: (person: Person) => {
      const waiting = held.get(person) ?? []
      held.delete(person)
      for (const go of waiting) go()
    },
  })
}

export const signIn = (token: string, ecosystem = 'legacy533') =>
  connect({ ecosystem, getToken: () => token })

/** All text on the page, in every shadow root. */
export const shown = (root: ParentNode = document.body): string =>
  [...root.querySelectorAll('*')]
    .map((element) =>
      element.shadowRoot
        ? [...element.shadowRoot.querySelectorAll('[part=base], section, dialog')]
            .map((part) => (part as HTMLElement).innerText)
            .join('\n') + shown(element.shadowRoot)
        : '',
    )
    .join('\n')

const of = (person: Person) => {
  const { company, last4, number } = people[person]
  return [company, last4, number, person === 'ana' ? '111.11' : '222.22']
}

export const tells = (person: Person) => of(person).filter((fact) => shown().includes(fact))

export const settled = async (person: Person) => until(() => tells(person).length === 4)
