/** Custom texts and languages without a build; importing this registers no element. */
export { type AllWords, addWords } from './i18n/add-words.ts'
