/** Loads a page with what the start does without: the styles of all components, and schemas that may be made. */
export async function loadPage<Page>(load: () => Promise<Page>): Promise<Page> {
  const [page] = await Promise.all([loadPlainPage(load), import('@mantine/core/styles.layer.css')])
  return page
}

/** Loads a page that draws nothing but what start.css has styles for. */
export async function loadPlainPage<Page>(load: () => Promise<Page>): Promise<Page> {
  // A schema decides while it is made whether it may generate code, so this comes before any of them.
  await import('./forbid-generated-code.ts')
  return load()
}
