import { describe } from 'vitest'
import { livesSettings, playLives } from './play.ts'

const settings = livesSettings(process.env)

describe('random lives with one server on the embedded database', () => {
  playLives('embedded', 1, settings, 0.2)
})
