/**
 * What elements share once they act or know a customer, in one chunk beside `core.ts`: whoever needs any of it imports this
 * file, so that the bundler never splits it.
 */
import './core.ts'
import './events/error.ts'
import './new-id.ts'
import './request.ts'
import './stores/billing.ts'
import './stores/of-ecosystem.ts'
import './stores/pending.ts'
import './styles/late.ts'
import './write.ts'
