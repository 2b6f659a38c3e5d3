import type { APIRoute } from 'astro'
import { searchIndex } from '../../../guide/search-index.ts'

export const GET: APIRoute = ({ locals }) => searchIndex(locals, 'en')
