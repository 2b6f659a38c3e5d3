import type { APIRoute } from 'astro'
import { searchIndex } from '../../../guide/texts.ts'

export const GET: APIRoute = () => searchIndex('en')
