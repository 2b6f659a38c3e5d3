declare module 'virtual:waizant-guide' {
  export const pages: Record<import('../routes.ts').Locale, readonly import('./page.ts').GuidePage[]>
  export const declarations: readonly import('../../widgets/build/manifest.ts').ElementDeclaration[]
}
