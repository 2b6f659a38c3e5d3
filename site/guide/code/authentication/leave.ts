import { connect } from '@waizant/billing/connect'

/** Somebody signs out: nothing of theirs stays on the page. */
connect(null)
