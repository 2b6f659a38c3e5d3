// Typings have nothing to run; whoever imports them for their effect on TypeScript gets this.
export {}
