import { type SQL, sql } from 'drizzle-orm'
import type { EncounterAccount } from '../../billing/encounters/account.ts'
import type { Db } from '../connection/open.ts'

export type Name = ReturnType<typeof sql.identifier>

export const rowsOf = (result: unknown) => (result as { rows: Record<string, unknown>[] }).rows

/** The columns that included months need in databases of the first version. */
export const monthStatements = (name: Name): SQL[] => [
  sql`create table if not exists ${name}.included (
    parameter text primary key, bought bigint not null, granted bigint not null, used bigint not null,
    from_at timestamptz, until_at timestamptz, revision integer not null default 0)`,
  spendFunction(name),
]

/**
 * The function with which an ecosystem's app uses encounters: included ones first, and none whose month is
 * over. False: there are not enough. Apps that lower `counters.total` themselves work as well.
 */
const spendFunction = (name: Name): SQL => sql`create or replace function
  ${name}.spend(what text, quantity bigint, at timestamptz default now()) returns boolean language sql as $$
    with ended as (
      select least(greatest(i.granted - i.used, 0), greatest(c.total - i.bought, 0)) as number
      from ${name}.included i join ${name}.counters c on c.id = i.parameter
      where i.parameter = what and i.until_at <= at
    ), spent as (
      update ${name}.counters set total = total - quantity
      where id = what and quantity > 0 and total - coalesce((select number from ended), 0) >= quantity
      returning id
    )
    select exists (select from spent) $$`

/** As milliseconds, because drivers return times in different types. */
const millisecondsOf = (moment: SQL): SQL => sql`(extract(epoch from ${moment}) * 1000)::float8`

/** Before the first month, all encounters were bought; the included ones of earlier plans count as used. */
export const accountOf = (name: Name, parameter: string): SQL => sql`(
  select c.total, i.bought, i.granted, i.revision,
    ${millisecondsOf(sql`i.from_at`)} as from_at, ${millisecondsOf(sql`i.until_at`)} as until_at,
    coalesce(i.used, (select sum(quantity) from ${name}.credits
      where parameter = ${parameter} and key like 'included/%'), 0) as used
  from (select ${parameter}::text as id) wanted
  left join ${name}.counters c on c.id = wanted.id left join ${name}.included i on i.parameter = wanted.id)`

export const accountFrom = (row: Record<string, unknown>): EncounterAccount => {
  const total = Number(row.total ?? 0)
  return {
    total,
    bought: Number(row.bought ?? total),
    granted: Number(row.granted ?? 0),
    used: Number(row.used ?? 0),
    month: row.from_at
      ? {
          from: new Date(Number(row.from_at)),
          until: new Date(Number(row.until_at)),
          revision: Number(row.revision),
        }
      : null,
  }
}

/** Reads the account and locks it until the transaction ends, for the app as well. */
export const lockAccount = async (tx: Db, name: Name, parameter: string): Promise<EncounterAccount> => {
  await tx.execute(
    sql`insert into ${name}.counters (id, total) values (${parameter}, 0) on conflict do nothing`,
  )
  await tx.execute(sql`select 1 from ${name}.counters where id = ${parameter} for update`)
  const [row] = rowsOf(await tx.execute(sql`select account.* from ${accountOf(name, parameter)} account`))
  return accountFrom(row!)
}

export const writeAccount = async (
  tx: Db,
  name: Name,
  parameter: string,
  { total, bought, granted, used, month }: EncounterAccount,
): Promise<void> => {
  await tx.execute(sql`update ${name}.counters set total = ${total} where id = ${parameter}`)
  const [from, until] = [month?.from.toISOString() ?? null, month?.until.toISOString() ?? null]
  await tx.execute(sql`
    insert into ${name}.included (parameter, bought, granted, used, from_at, until_at, revision)
    values (${parameter}, ${bought}, ${granted}, ${used}, ${from}, ${until}, ${month?.revision ?? 0})
    on conflict (parameter) do update set bought = excluded.bought, granted = excluded.granted, used = excluded.used,
      from_at = excluded.from_at, until_at = excluded.until_at, revision = excluded.revision`)
}
