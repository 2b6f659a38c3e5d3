import '@angular/compiler'
import { bootstrapApplication } from '@angular/platform-browser'
import { AppComponent } from './app.component.ts'

await bootstrapApplication(AppComponent)
