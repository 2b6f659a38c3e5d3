import type { APIRoute } from 'astro'
import { feed } from '../../../guide/texts.ts'

export const GET: APIRoute = ({ locals }) => feed('es-MX', locals.origin)
