/** Other words and other languages, without a build; nothing is registered by asking. */
export { type AllWords, addWords } from './i18n/add-words.ts'
