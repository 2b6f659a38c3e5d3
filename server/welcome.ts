import type { Running } from './start.ts'

/** What the terminal says once everything answers: where to look. */
export const welcome = ({ url, sandbox }: Running): string => {
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
  return `\nWaizant Billing is running.\n\n${rows.join('\n')}\n${mode}`
}
