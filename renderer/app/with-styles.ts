/** Loads a page together with the styles of all components, which the start does without. */
export async function withStyles<Page>(load: () => Promise<Page>): Promise<Page> {
  const [page] = await Promise.all([load(), import('@mantine/core/styles.layer.css')])
  return page
}
