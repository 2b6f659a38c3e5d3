import { readFile } from 'node:fs/promises'
import { createServer } from 'node:http'

/** In your app this token comes from your own sign-in; this one is from the sandbox. */
const token = () =>
  fetch('https://billing.example.com/sandbox/identity/token', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ ecosystem: 'clinica-horizonte' }),
  })

createServer(async (request, response) => {
  if (request.url === '/session') {
    response.setHeader('Content-Type', 'application/json')
    response.end(await (await token()).text())
  } else {
    response.setHeader('Content-Type', 'text/html; charset=utf-8')
    response.end(await readFile('customer.html'))
  }
}).listen(process.env.PORT ?? 3000)
