// Runs on any Node version, before code that needs a recent one.
const [major, minor] = process.versions.node.split('.').map(Number)
if (major < 22 || (major === 22 && minor < 18)) {
  console.error(
    `\nWaizant Billing runs on Node 24 and found Node ${process.versions.node}.\n` +
      'On 64-bit Linux `npm ci` brings its own; elsewhere install Node 24 first.\n',
  )
  process.exit(1)
}
