/** The functions that a page may call; the script tag loads them at the first call. */
import './chunks/core.ts'

export { addWords } from './i18n/add-words.ts'
export { connect } from './stores/connect.ts'
