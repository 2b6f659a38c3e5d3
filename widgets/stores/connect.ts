import { ApiError } from '../api/answer.ts'
import { $connection, type Connection, endPerson } from './connection.ts'

/**
 * Connects all elements of the page to a customer. Another ecosystem or another token callback means another person:
 * the previous person's data are dropped and loaded again. `null` signs out.
 */
export const connect = (connection: Partial<Connection> | null): void => {
  const { ecosystem, getToken, ...page } = $connection.get()
  const next: Connection = connection ? { ...page, ecosystem, getToken, ...connection } : page
  const isSame = next.ecosystem === ecosystem && next.getToken === getToken
  if (ecosystem && getToken && !isSame) endPerson(new ApiError(0, 'signed-out'))
  $connection.set(next)
}
