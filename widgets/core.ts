/** What all elements share, in one chunk: every entry imports this file so that the bundler never splits it. */
import './element.ts'
import './html.ts'
import './plans/failure.ts'
import './stores/remote.ts'
import './styles/action.ts'

export { connect } from './stores/connection.ts'
export { addWords } from './words/index.ts'
