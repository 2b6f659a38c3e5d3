// Typings have no code to run; this empty module is what an import for their effect on TypeScript gets.
export {}
