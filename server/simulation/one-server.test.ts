import { describe } from 'vitest'
import { playLives, wishFrom } from './play.ts'

const wish = wishFrom(process.env)

describe('random lives with one server on the embedded database', () => {
  playLives('embedded', 1, wish, 0.2)
})
