import type { APIRoute } from 'astro'
import { guidePages } from '../guide/guide.ts'
import { sitemap } from '../seo/sitemap.ts'

export const GET: APIRoute = ({ locals }) =>
  new Response(
    sitemap(
      locals.origin,
      guidePages('es-MX').map(({ addresses }) => addresses),
    ),
    {
      headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=3600' },
    },
  )
