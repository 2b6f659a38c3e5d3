/** How long after an element came alive its prices are followed: nobody waits for that code. */
export const followsAfterMs = 1_000
