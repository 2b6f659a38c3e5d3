import type { APIRoute } from 'astro'
import { sitemap } from '../seo/sitemap.ts'

export const GET: APIRoute = ({ locals }) =>
  new Response(sitemap(locals.origin), {
    headers: { 'content-type': 'application/xml; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  })
