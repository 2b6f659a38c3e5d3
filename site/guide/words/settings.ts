import type { Env } from '../../../server/env.ts'
import type { Locale } from '../../routes.ts'

export type SettingGroup = 'server' | 'database' | 'stripe' | 'environments' | 'queue' | 'identity' | 'mail'

interface Setting extends Readonly<Record<Locale, string>> {
  readonly group: SettingGroup
}

type Environment = 'QA' | 'STAGING' | 'PRODUCTION'

const environment = <Name extends Environment>(name: Name) =>
  ({
    [`STRIPE_${name}_SECRET_KEY`]: {
      group: 'environments',
      'es-MX': 'Clave secreta de ese entorno; las tres claves van juntas.',
      en: 'The secret key of that environment; its three keys go together.',
    },
    [`STRIPE_${name}_PUBLISHABLE_KEY`]: {
      group: 'environments',
      'es-MX': 'Su clave publicable.',
      en: 'Its publishable key.',
    },
    [`STRIPE_${name}_WEBHOOK_SECRET`]: {
      group: 'environments',
      'es-MX': 'El secreto con el que firma sus mensajes.',
      en: 'The secret that its messages are signed with.',
    },
    [`STRIPE_${name}_ACCOUNT`]: {
      group: 'environments',
      'es-MX': 'La cuenta (`acct_…`) a la que deben pertenecer las claves: si es otra, no se escribe nada.',
      en: 'The account (`acct_…`) that the keys must belong to: with another, nothing is written.',
    },
    [`STRIPE_${name}_API_URL`]: {
      group: 'environments',
      'es-MX': 'Otro destino para el tráfico de ese entorno.',
      en: 'Sends the traffic of that environment elsewhere.',
    },
  }) as Record<
    `STRIPE_${Name}_${'SECRET_KEY' | 'PUBLISHABLE_KEY' | 'WEBHOOK_SECRET' | 'ACCOUNT' | 'API_URL'}`,
    Setting
  >

/** What each setting decides: a setting of the server that is missing here is a type error. */
export const settings: Readonly<Record<keyof Env, Setting>> = {
  NODE_ENV: {
    group: 'server',
    'es-MX':
      '`production` no acepta ningún sustituto: el arranque nombra lo que falta. Tampoco una clave de Stripe en vivo ni una `PUBLIC_URL` que otros alcancen, diga lo que diga esta variable.',
    en: '`production` takes no stand-in: the start names what is missing. Nor does a live Stripe key or a `PUBLIC_URL` that others can reach, whatever this says.',
  },
  PUBLIC_URL: {
    group: 'server',
    'es-MX': 'La dirección con la que la gente llega a este servidor; si falta, `http://localhost:PORT`.',
    en: 'The address at which people reach this server; `http://localhost:PORT` when absent.',
  },
  PORT: {
    group: 'server',
    'es-MX': 'Sirve todo: sitio, API, widgets y webhooks.',
    en: 'Serves everything: site, API, widgets and webhooks.',
  },
  HOST: {
    group: 'server',
    'es-MX':
      'La interfaz en la que escucha; si falta, todas. Con algún sustituto, solo esta máquina (`127.0.0.1`): quien llegue puede entrar como cualquiera.',
    en: 'The interface to listen on; every one when absent. With a stand-in only this machine (`127.0.0.1`): whoever reaches it can sign in as anybody.',
  },
  ALLOWED_ORIGINS: {
    group: 'server',
    'es-MX':
      'Orígenes, separados por comas, de las apps que incrustan elementos de clientes o a las que se regresa después de pagar.',
    en: 'Comma-separated origins of the apps that embed customer elements or are returned to after paying.',
  },
  DATA_DIR: {
    group: 'server',
    'es-MX': 'Donde el modo embebido guarda todo lo suyo.',
    en: 'Where the embedded mode keeps all that it writes.',
  },
  LOG_LEVEL: {
    group: 'server',
    'es-MX': '`fatal`, `error`, `warn`, `info`, `debug`, `trace` o `silent`; el registro es JSON por línea.',
    en: '`fatal`, `error`, `warn`, `info`, `debug`, `trace` or `silent`; the log is one JSON a line.',
  },
  RATE_LIMIT_PER_MINUTE: {
    group: 'server',
    'es-MX':
      'Peticiones por minuto que una red puede enviar sin iniciar sesión; los demás límites salen de él: diez veces más de cualquier tipo, la mitad de precios por ecosistema.',
    en: 'Requests a minute that one network may post without signing in; the other limits follow from it: ten times as many of any kind, half as many prices for an ecosystem.',
  },
  TRUST_PROXY: {
    group: 'server',
    'es-MX': '`true` si hay delante un proxy que escribe `X-Forwarded-For`.',
    en: '`true` behind a proxy that sets `X-Forwarded-For`.',
  },
  METRICS_TOKEN: {
    group: 'server',
    'es-MX':
      'Quien lee `/metrics` lo trae como token Bearer; de 16 caracteres o más. Sin él no hay métricas, salvo con sustitutos.',
    en: 'Whoever reads `/metrics` brings it as a bearer token; 16 characters or more. Without it there are no metrics, except with stand-ins.',
  },
  ANALYTICS_URL: {
    group: 'server',
    'es-MX':
      'Quién cuenta las visitas del sitio: recibe página y evento, sin cookies ni identificadores. Si falta, no se mide nada.',
    en: 'Who counts visits of the site: receives page and event, without cookies or identifiers. When absent, nothing is measured.',
  },
  SECURITY_CONTACT: {
    group: 'server',
    'es-MX':
      'Adónde escribe quien encontró una falla (`mailto:…` o una página); si falta, la página de contacto.',
    en: 'Where somebody who found a flaw writes (`mailto:…` or a page); the contact page when absent.',
  },
  DATABASE_URL: {
    group: 'database',
    'es-MX': 'PostgreSQL de la tienda, en lugar de la base embebida.',
    en: 'The store’s PostgreSQL, instead of the embedded database.',
  },
  CORE_DATABASE_URL: {
    group: 'database',
    'es-MX': 'El registro de ecosistemas y usuarios; si falta, el esquema `core` de la misma base.',
    en: 'The registry of ecosystems and users; the schema `core` of the same database when absent.',
  },
  TICKETS_DATABASE_URL: {
    group: 'database',
    'es-MX':
      'Una base por ecosistema, como `postgres://…/waizant_tickets_{number}`; si falta, un esquema por ecosistema.',
    en: 'A database for each ecosystem, as in `postgres://…/waizant_tickets_{number}`; a schema each when absent.',
  },
  STRIPE_SECRET_KEY: {
    group: 'stripe',
    'es-MX': 'La clave secreta, o una restringida (`sk_…`, `rk_…`).',
    en: 'The secret key, or a restricted one (`sk_…`, `rk_…`).',
  },
  STRIPE_PUBLISHABLE_KEY: {
    group: 'stripe',
    'es-MX': 'La clave que llega al navegador (`pk_…`).',
    en: 'The key that reaches the browser (`pk_…`).',
  },
  STRIPE_WEBHOOK_SECRET: {
    group: 'stripe',
    'es-MX': 'El secreto del webhook; dos, separados por una coma, mientras lo renuevas.',
    en: 'The webhook’s secret; two, comma-separated, while you rotate it.',
  },
  STRIPE_API_URL: {
    group: 'stripe',
    'es-MX': 'Otro destino para el tráfico del SDK: un proxy u otro simulador.',
    en: 'Sends the SDK’s traffic elsewhere: a proxy, another sandbox.',
  },
  SANDBOX_STRIPE_PORT: {
    group: 'stripe',
    'es-MX': 'El puerto del Stripe de ensayo; si falta, `PORT` + 1.',
    en: 'The port of the Stripe sandbox; `PORT` + 1 when absent.',
  },
  STRIPE_ENVIRONMENT: {
    group: 'environments',
    'es-MX':
      '`qa`, `staging` o `production`: en cuál vende este servidor; sus claves son entonces las del servidor.',
    en: '`qa`, `staging` or `production`: the one that this server sells in; its keys are then the server’s own.',
  },
  ...environment('QA'),
  ...environment('STAGING'),
  ...environment('PRODUCTION'),
  SQS_QUEUE_URL: {
    group: 'queue',
    'es-MX': 'La cola `subscription`, normal o FIFO; sin ella, trabajos durables en la base hacen lo mismo.',
    en: 'The queue `subscription`, plain or FIFO; without it durable jobs in the database do the same.',
  },
  SQS_ENDPOINT: {
    group: 'queue',
    'es-MX': 'Otro destino para el tráfico de la cola.',
    en: 'Sends the queue’s traffic elsewhere.',
  },
  COGNITO_USER_POOL_ID: {
    group: 'identity',
    'es-MX': 'El grupo de usuarios, como `us-east-1_a1B2c3`.',
    en: 'The user pool, as in `us-east-1_a1B2c3`.',
  },
  COGNITO_CLIENT_ID: {
    group: 'identity',
    'es-MX': 'El cliente para el que se emiten los tokens.',
    en: 'The client that tokens are issued for.',
  },
  SMTP_URL: {
    group: 'mail',
    'es-MX': 'Por dónde sale el correo: `smtps://usuario:clave@servidor`. Sin él, un buzón local.',
    en: 'Where mail goes out: `smtps://user:password@host`. Without it, a local mailbox.',
  },
  MAIL_FROM: {
    group: 'mail',
    'es-MX': 'De quién viene: `Nombre <correo>`.',
    en: 'Whom it comes from: `Name <address>`.',
  },
  MANAGE_URL: {
    group: 'mail',
    'es-MX':
      'La página de tu app con el panel de facturación, a la que llevan los correos: `{ecosystem}` será su id y `{locale}` su idioma.',
    en: 'The page of your app with the billing panel, where mails lead: `{ecosystem}` becomes its id, `{locale}` its language.',
  },
}
