/** Starts the sandbox alone, in memory: `npm start -w @waizant/stripe-sandbox -- --port 4322`. */
import { randomBytes } from 'node:crypto'
import { parseArgs } from 'node:util'
import { runningClock } from './clock.ts'
import { startStripeSandbox } from './index.ts'

const usage = `Usage: npm start -w @waizant/stripe-sandbox -- [--port 4322] [--host 127.0.0.1] [--webhook URL] [--locale es|en]`

const options = () => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: '4322' },
      host: { type: 'string', default: '127.0.0.1' },
      webhook: { type: 'string' },
      locale: { type: 'string', default: 'en' },
    },
  })
  const { host, webhook, locale } = values
  const port = Number(values.port)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) throw new Error(`${values.port} is no port.`)
  if (webhook && !URL.canParse(webhook)) throw new Error(`${webhook} is no URL.`)
  if (locale !== 'es' && locale !== 'en') throw new Error('The pages are in es or en.')
  const secret = `whsec_${randomBytes(24).toString('hex')}`
  return { port, host, locale, ...(webhook && { webhook: { url: webhook, secret } }) } as const
}

const main = async (): Promise<void> => {
  const sandbox = await startStripeSandbox({ ...options(), directory: null, clock: runningClock() })
  const lines = {
    'Stripe sandbox': sandbox.url,
    'secret key': sandbox.secretKey,
    'publishable key': sandbox.publishableKey,
    ...(sandbox.webhookSecret && { 'webhook secret': sandbox.webhookSecret }),
  }
  for (const [name, value] of Object.entries(lines)) console.log(`${name.padEnd(16)}${value}`)
  const end = () => void sandbox.close().then(() => process.exit(0))
  process.once('SIGINT', end)
  process.once('SIGTERM', end)
}

main().catch((error: Error) => {
  console.error(`${error.message}\n${usage}`)
  process.exit(1)
})
