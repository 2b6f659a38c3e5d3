/** Buttons that copy the code next to them; shown only where there is a clipboard. */
const announce = (button: HTMLElement) => {
  const words = button.textContent
  button.textContent = button.dataset.copied!
  setTimeout(() => {
    button.textContent = words
  }, 1_600)
}

for (const button of document.querySelectorAll<HTMLElement>('[data-copy]')) {
  button.hidden = !navigator.clipboard
  button.setAttribute('aria-live', 'polite')
  button.addEventListener('click', async () => {
    const code = button.closest('figure')!.querySelector('pre, textarea')!
    await navigator.clipboard.writeText('value' in code ? String(code.value) : code.textContent!)
    if (button.textContent !== button.dataset.copied) announce(button)
  })
}

export {}
