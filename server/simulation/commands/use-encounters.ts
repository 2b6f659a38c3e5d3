import { eq, sql } from 'drizzle-orm'
import fc from 'fast-check'
import { ecosystems } from '../../db/tables/index.ts'
import { ticketsName } from '../../db/tickets/tickets.ts'
import type { Life, Promised } from '../life.ts'
import { type Step, step } from '../step.ts'

/** The ecosystem's own app counts what its people use. */
export const usesEncounters: fc.Arbitrary<Step> = fc
  .constantFrom(1, 40, 150, 400)
  .map((quantity) => usesSome(quantity))

export const usesSome = (quantity: number): Step =>
  step(`uses ${quantity} encounters`, (promised, life) => spend(promised, life, quantity))

const spend = async (promised: Promised, { town, customer }: Life, quantity: number) => {
  await town.settled()
  const { body } = await town.send(`/sandbox/ecosystems/${customer.id}/tickets`)
  const { db } = town.database
  const [row] = await db.select().from(ecosystems).where(eq(ecosystems.id, customer.id))
  const { rows } = (await db.execute(
    sql`select ${sql.identifier(ticketsName(row!.number))}.spend(
      'encounters', ${quantity}, ${town.clock.now().toISOString()}) as spent`,
  )) as unknown as { rows: { spent: boolean }[] }
  if (rows[0]!.spent) promised.spent += Math.max(0, quantity - (body.included?.left ?? 0))
}
