import { describe } from 'vitest'
import { playLives, wishFrom } from './play.ts'

const wish = wishFrom(process.env)

describe('random lives with two servers on PostgreSQL, which get requests in turn', () => {
  playLives('postgres', 2, wish, 0.7)
})
