import { Hono } from 'hono'
import * as z from 'zod/mini'
import { Problem } from '#contract/problem'
import type { Deps } from '../../deps.ts'
import type { AppEnv } from '../../http/app-env.ts'
import { problems } from '../../words/problems.ts'
import { type Operation, operations } from './operations.ts'

/** The OpenAPI 3.1 document, generated from the schemas that check the input. */
export const openApi = (deps: Deps) =>
  new Hono<AppEnv>().get('/', (c) => c.json(describeApi(deps.settings.publicUrl)))

export const describeApi = (publicUrl: string) => ({
  openapi: '3.1.0',
  info: {
    title: 'Waizant Billing API',
    version: '1',
    description:
      'Money is { amount, currency } in integer minor units. Errors are RFC 9457 problems with a stable `code`. ' +
      'Every POST that moves money needs an `Idempotency-Key`.',
  },
  servers: [{ url: publicUrl }],
  paths: Object.fromEntries(
    [...Map.groupBy(operations, (operation) => operation.path)].map(([path, list]) => [
      path,
      Object.fromEntries(list.map((operation) => [operation.method, describe(operation)])),
    ]),
  ),
  // The reference page lists all problems: their `type` leads there.
  'x-problems': problems,
  components: {
    securitySchemes: { cognito: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' } },
    schemas: { Problem: schemaOf(Problem) },
  },
})

const schemaOf = (schema: z.ZodMiniType) => {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io: 'input' })
  return rest
}

const describe = (operation: Operation) => ({
  operationId: operation.id,
  summary: operation.summary,
  tags: [operation.tag],
  ...(operation.signedIn && {
    security: [...(operation.signedIn === 'optional' ? [{}] : []), { cognito: [] }],
  }),
  parameters: [
    ...[...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
      name,
      in: 'path',
      required: true,
      schema: { type: 'string' },
    })),
    ...Object.entries(operation.query ?? {}).map(([name, description]) => ({
      name,
      in: 'query',
      description,
      schema: { type: 'string' },
    })),
    ...(operation.idempotencyKey
      ? [
          {
            name: 'Idempotency-Key',
            in: 'header',
            required: true,
            schema: { type: 'string', maxLength: 255 },
          },
        ]
      : []),
  ],
  ...(operation.body && {
    requestBody: {
      required: !operation.body.safeParse({}).success,
      content: { 'application/json': { schema: schemaOf(operation.body) } },
    },
  }),
  responses: {
    [operation.status ?? 200]: {
      description: operation.answers,
      ...(operation.answer && { content: { 'application/json': { schema: schemaOf(operation.answer) } } }),
    },
    default: {
      description: 'A problem, in the language of the caller.',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  },
})
