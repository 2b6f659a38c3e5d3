export { cycleAt } from './cycle.ts'
export { remaining } from './proration.ts'
