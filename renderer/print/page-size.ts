/** The stylesheet of all papers knows one size only. */
export function setPageSize({
  widthMm,
  heightMm,
}: {
  readonly widthMm: number
  readonly heightMm: number
}): void {
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(`@page { size: ${widthMm}mm ${heightMm}mm; margin: 0; }`)
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet]
}
