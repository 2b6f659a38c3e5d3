import { connect } from '@waizant/billing/connect'

/** Call this when a person signs out: none of their data stay on the page. */
connect(null)
