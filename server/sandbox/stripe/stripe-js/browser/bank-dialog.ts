import type { Words } from './words.ts'

const STYLE = `
dialog{width:min(26rem,calc(100vw - 2rem));padding:1.5rem;border:0;border-radius:14px;color:light-dark(#1f2733,#f3f5f8);background:light-dark(#fff,#23262e);font:1rem/1.5 system-ui,sans-serif;box-shadow:0 24px 64px #0006}
dialog::backdrop{background:#0009}h2{margin:0 0 .5rem;font-size:1.25rem}p{margin:0 0 1.25rem}
div{display:flex;flex-wrap:wrap;gap:.75rem}button{flex:1 1 10rem;min-height:44px;padding:.5rem 1rem;font:600 1rem system-ui,sans-serif;border-radius:8px;border:1px solid #7778;background:transparent;color:inherit;cursor:pointer}
button:first-child{background:light-dark(#0b6b5f,#5fd9c4);border-color:transparent;color:light-dark(#fff,#0a1f1c)}
button:focus-visible{outline:3px solid #4fb3ff;outline-offset:2px}
:host{color-scheme:light dark}`

/** The bank's authentication window (3-D Secure): resolves to the holder's answer; closing it means no. */
export const chargeCard = (words: Words): Promise<boolean> =>
  new Promise((resolve) => {
    const host = document.createElement('div')
    host.dataset.stripeSandbox = 'bank'
    const root = host.attachShadow({ mode: 'open' })
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(STYLE)
    root.adoptedStyleSheets = [sheet]
    const dialog = document.createElement('dialog')
    dialog.setAttribute('aria-labelledby', 'title')
    const title = Object.assign(document.createElement('h2'), { id: 'title', textContent: words.bankTitle })
    const text = Object.assign(document.createElement('p'), { textContent: words.bankText })
    const buttons = document.createElement('div')
    buttons.append(answer('yes', words.bankYes), answer('no', words.bankNo))
    dialog.append(title, text, buttons)
    root.append(dialog)
    dialog.addEventListener('close', () => {
      host.remove()
      resolve(dialog.returnValue === 'yes')
    })
    document.body.append(host)
    dialog.showModal()

    function answer(value: string, label: string): HTMLButtonElement {
      const button = Object.assign(document.createElement('button'), {
        textContent: label,
        value,
        type: 'button',
      })
      button.addEventListener('click', () => dialog.close(value))
      return button
    }
  })
