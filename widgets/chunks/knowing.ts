/**
 * What elements share once they know a customer, in one chunk beside `core.ts`: whoever needs any of it, and not all of
 * `acting.ts`, imports this file, so that the bundler never splits it.
 */
import './core.ts'
import '../events/error.ts'
import '../api/request.ts'
import '../stores/billing.ts'
import '../stores/ecosystem-resource.ts'
