import type { NoticeWords } from './es-mx/notice.ts'
import type { Area } from './namespace.ts'

/** The banner of what a customer should know. */
export const noticeArea: Area<NoticeWords> = {
  name: 'notice',
  bundles: { 'es-MX': () => import('./es-mx/notice.ts'), en: () => import('./en/notice.ts') },
  loaded: {},
}
