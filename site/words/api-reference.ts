import { translated } from './translated.ts'

export const apiReference = translated(
  {
    heading: 'Referencia de la API',
    contents: 'Operaciones',
    parameters: 'Parámetros',
    body: 'Cuerpo',
    responses: 'Respuestas',
    required: 'obligatorio',
    tags: { Public: 'Público', Customer: 'Clientes', 'Provider and operator': 'Proveedor y operación' },
    unavailable: 'La referencia no está disponible en este momento.',
  },
  {
    heading: 'API reference',
    contents: 'Operations',
    parameters: 'Parameters',
    body: 'Body',
    responses: 'Answers',
    required: 'required',
    tags: { Public: 'Public', Customer: 'Customers', 'Provider and operator': 'Provider and operator' },
    unavailable: 'The reference is not available at the moment.',
  },
)
