import type { APIRoute } from 'astro'

export const GET: APIRoute = ({ locals }) =>
  new Response(`User-agent: *\nDisallow: /sandbox\n\nSitemap: ${locals.origin}/sitemap.xml\n`, {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'public, max-age=3600' },
  })
