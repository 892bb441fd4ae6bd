/* global document, addEventListener */
const count = document.querySelector('p')
addEventListener('keydown', () => (count.textContent = String(Number(count.textContent) + 1)))
