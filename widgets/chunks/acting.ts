/**
 * Code that elements share once a customer acts, in one chunk next to `core.ts` and `knowing.ts`. Import this file
 * instead of the modules behind it, so that the bundler never splits the chunk.
 */
import './knowing.ts'
import '../base/follow-language.ts'
import '../base/new-id.ts'
import '../stores/pending.ts'
import '../styles/late.ts'
import '../api/mutate.ts'
