import type { APIRoute } from 'astro'
import { llmsText } from '../guide/texts.ts'

export const GET: APIRoute = ({ locals }) => llmsText(locals.origin)
