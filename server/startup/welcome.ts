import type { Running } from './start.ts'

/** What the terminal says once everything answers: where to look. */
export const welcome = ({ url, sandbox, host }: Running): string => {
  const lines = [
    ['Precios', `${url}/precios`],
    ['Pricing', `${url}/en/pricing`],
    ['Guía', `${url}/docs`],
    ['Guide', `${url}/en/docs`],
    ...(sandbox ? [['Sandbox', `${url}/sandbox`]] : []),
  ]
  const rows = lines.map(([name, at]) => `  ${name!.padEnd(9)} ${at}`)
  const mode = sandbox?.stripe
    ? '\n  Payments are rehearsed: card 4242 4242 4242 4242, nothing is charged.\n'
    : ''
  return `\nWaizant Billing is running.\n\n${rows.join('\n')}\n${mode}${sandbox ? reach(host) : ''}`
}

const ownMachine = /^(localhost|127\.|::1$)/

/** With stand-ins anybody who reaches the server may sign in as anybody, so it is said who does. */
const reach = (host: string | undefined): string =>
  host && ownMachine.test(host)
    ? `\n  Only this machine can reach it (${host}); HOST=0.0.0.0 opens it to your network.\n`
    : `\n  Your network can reach it (${host ?? 'every address'}), and everybody on it can sign in as anybody.\n`
