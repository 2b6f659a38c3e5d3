import { sql } from 'drizzle-orm'
import { boolean, integer, numeric, pgView, text } from 'drizzle-orm/pg-core'

/**
 * The ERP document's table `planes` ("Configuración en el sistema"), as a view, so that it always matches the
 * catalogue.
 */
export const planes = pgView('planes', {
  nombre: text('nombre'),
  precio_mensual: numeric('precio_mensual', { precision: 12, scale: 2 }),
  precio_anual: numeric('precio_anual', { precision: 12, scale: 2 }),
  moneda: text('moneda'),
  max_usuarios: integer('max_usuarios'),
  activo: boolean('activo'),
}).as(sql`
  select (version.name->>'es-MX') || case when currency.code = 'MXN' then '' else ' ' || currency.code end as nombre,
    (month.amount / 100.0)::numeric(12,2) as precio_mensual,
    (year.amount / 100.0)::numeric(12,2) as precio_anual,
    currency.code as moneda,
    (version.limits->>'users')::integer as max_usuarios,
    version.active as activo
  from catalogues catalogue
  cross join lateral jsonb_array_elements_text(catalogue.currencies) with ordinality as currency(code, position)
  join plans plan on plan.catalogue = catalogue.id and not plan.hidden
  join lateral (
    select * from plan_versions v
    where v.catalogue = catalogue.id and v.plan = plan.id and v.published
    order by (v.active and v.starts_at <= now() and coalesce(v.ends_at > now(), true)) desc, v.starts_at desc, v.number desc
    limit 1
  ) version on true
  left join prices month on month.version_id = version.id and month.currency = currency.code and month.interval = 'month'
  left join prices year on year.version_id = version.id and year.currency = currency.code and year.interval = 'year'
  where catalogue.id = 'erp'
  order by currency.position, plan.rank
`)
