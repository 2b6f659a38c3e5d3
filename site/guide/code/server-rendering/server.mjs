import { createServer } from 'node:http'

const billing = 'https://billing.example.com'
const fragment = `${billing}/v1/fragments/plan-picker?catalogue=erp&locale=es-MX`
let kept = { etag: '', html: '' }

/** The element's HTML; an unchanged one is not sent again. */
const plans = async () => {
  const answer = await fetch(fragment, {
    headers: { 'If-None-Match': kept.etag },
  })
  if (answer.ok)
    kept = { etag: answer.headers.get('ETag'), html: await answer.text() }
  return kept.html
}

createServer(async (_, response) => {
  response.setHeader('Content-Type', 'text/html; charset=utf-8')
  response.end(`<!doctype html>
    <html lang="es-MX">
      <title>Planes</title>
      <script type="module" src="${billing}/widgets/waizant.js"></script>
      ${await plans()}
    </html>`)
}).listen(process.env.PORT ?? 3000)
