import { describe } from 'vitest'
import { playLives, wishFrom } from './play.ts'

const wish = wishFrom(process.env)

describe('whoever lives with two servers on PostgreSQL, asked in turn', () => {
  playLives('postgres', 2, wish, 0.7)
})
