import type { Running } from './start.ts'

/** The terminal's message once everything answers: the addresses to open. */
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

/**
 * With stand-ins, any person who reaches the server can sign in as any user, so the message says who can reach
 * it.
 */
const reach = (host: string | undefined): string =>
  host && ownMachine.test(host)
    ? `\n  Only this machine can reach it (${host}); HOST=0.0.0.0 opens it to your network.\n`
    : `\n  Your network can reach it (${host ?? 'every address'}), and everybody on it can sign in as anybody.\n`
