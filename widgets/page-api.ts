/** What a page may call; the script tag brings it when it does. */
import './chunks/core.ts'

export { addWords } from './i18n/add-words.ts'
export { connect } from './stores/connection.ts'
