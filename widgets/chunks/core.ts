/**
 * Code that all elements share, in one chunk: every entry imports this file, so the bundler never splits it. Selling
 * plans is part of it, because nearly every page needs that.
 */
import '../plans/price.ts'
import '../base/element.ts'
import '../plans/plan.styles.ts'
import '../plans/switches.ts'
import '../plans/plan-element.ts'
import '../base/html.ts'
import '../styles/action.ts'
import '../styles/base.ts'
