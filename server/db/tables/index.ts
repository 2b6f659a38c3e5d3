export * from './catalogue.ts'
export * from './ecosystems.ts'
export * from './money.ts'
export * from './planes.ts'
