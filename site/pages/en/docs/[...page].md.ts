import type { APIRoute } from 'astro'
import { markdownOf } from '../../../guide/texts.ts'

export const GET: APIRoute = ({ url, locals }) =>
  markdownOf('en', url.pathname, locals.origin) ?? new Response(null, { status: 404 })
