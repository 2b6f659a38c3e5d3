/** The connection of a page's elements to a customer; importing this registers no element. */
export { type Connection, connect } from './stores/connection.ts'
