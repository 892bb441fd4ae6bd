/** Loads a page with what the start does without: the styles of all components, and schemas that may be made. */
export async function loadPage<Page>(load: () => Promise<Page>): Promise<Page> {
  const styles = import('@mantine/core/styles.layer.css')
  // A schema decides while it is made whether it may generate code, so this comes before any of them.
  await import('./forbid-generated-code.ts')
  const [page] = await Promise.all([load(), styles])
  return page
}
