/** Whom the elements of a page serve; nothing is registered by asking. */
export { type Connection, connect } from './stores/connection.ts'
