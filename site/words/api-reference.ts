import { translated } from './translated.ts'

export const apiReference = translated(
  {
    title: 'Referencia de la API | Waizant Billing',
    description:
      'Todos los recursos de la API HTTP de Waizant Billing: rutas, parámetros, cuerpos y respuestas.',
    heading: 'Referencia de la API',
    lead: 'JSON sobre HTTPS con el prefijo /v1. Esta página se dibuja con el mismo documento OpenAPI que publica el servidor; los textos de cada operación están en inglés.',
    example: 'Ejemplo: pedir los planes del ERP',
    download: 'Descargar OpenAPI 3.1',
    contents: 'Operaciones',
    rules: 'Reglas comunes',
    ruleList: [
      { name: 'Dinero', text: 'Enteros en la unidad mínima de la moneda: 99900 MXN son $999.00.' },
      {
        name: 'Errores',
        text: 'application/problem+json con un code estable y un detail en el idioma de Accept-Language.',
      },
      {
        name: 'Reintentos',
        text: 'Cada POST que mueve dinero lleva Idempotency-Key; la misma clave con el mismo cuerpo da la misma respuesta.',
      },
      { name: 'Caché', text: 'Los planes llevan un ETag fuerte; If-None-Match responde 304.' },
    ],
    problems: 'Códigos de error',
    parameters: 'Parámetros',
    body: 'Cuerpo',
    responses: 'Respuestas',
    required: 'obligatorio',
    unavailable: 'La referencia no está disponible en este momento.',
  },
  {
    title: 'API reference | Waizant Billing',
    description: 'Every resource of the Waizant Billing HTTP API: paths, parameters, bodies and answers.',
    heading: 'API reference',
    lead: 'JSON over HTTPS under /v1. This page is drawn from the very OpenAPI document that the server publishes.',
    example: 'Example: ask for the ERP’s plans',
    download: 'Download OpenAPI 3.1',
    contents: 'Operations',
    rules: 'Common rules',
    ruleList: [
      { name: 'Money', text: 'Integers in the currency’s minor unit: 99900 MXN is $999.00.' },
      {
        name: 'Errors',
        text: 'application/problem+json with a stable code and a detail in the language of Accept-Language.',
      },
      {
        name: 'Retries',
        text: 'Every POST that moves money carries an Idempotency-Key; the same key with the same body gives the same answer.',
      },
      { name: 'Caching', text: 'Plans have a strong ETag; If-None-Match answers 304.' },
    ],
    problems: 'Problem codes',
    parameters: 'Parameters',
    body: 'Body',
    responses: 'Answers',
    required: 'required',
    unavailable: 'The reference is not available at the moment.',
  },
)
