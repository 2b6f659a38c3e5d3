/** How long after hydration the prices of an element start to be followed: that code is never urgent. */
export const followsAfterMs = 1_000
