/** What a page may call; the script tag brings it when it does. */
import './core.ts'

export { connect } from './stores/connection.ts'
export { addWords } from './words/add-words.ts'
