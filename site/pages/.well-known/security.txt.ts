import type { APIRoute } from 'astro'
import { routes } from '../../routes.ts'
import { securityTxt } from '../../security/security-txt.ts'

export const GET: APIRoute = ({ locals: { origin, securityContact } }) =>
  new Response(
    securityTxt({ origin, contact: securityContact ?? origin + routes.contact['es-MX'], now: new Date() }),
    { headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' } },
  )
