/** The connection of a page's elements to a customer; importing this registers no element. */
export { connect } from './stores/connect.ts'
export type { Connection } from './stores/connection.ts'
