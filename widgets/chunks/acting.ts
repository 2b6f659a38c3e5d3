/**
 * What elements share once they act, in one chunk beside `core.ts` and `knowing.ts`: whoever needs any of it imports this
 * file, so that the bundler never splits it.
 */
import './knowing.ts'
import '../base/new-id.ts'
import '../stores/pending.ts'
import '../styles/late.ts'
import '../api/mutate.ts'
