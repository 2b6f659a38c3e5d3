/**
 * Code that elements share once a customer is known, in one chunk next to `core.ts`. Modules that need it, but not all
 * of `acting.ts`, import this file, so that the bundler never splits the chunk.
 */
import './core.ts'
import '../events/error.ts'
import '../api/request.ts'
import '../stores/billing.ts'
import '../stores/ecosystem-resource.ts'
