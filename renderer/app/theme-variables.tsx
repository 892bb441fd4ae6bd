import { convertCssVariables, deepMerge, defaultCssVariablesResolver, useMantineTheme } from '@mantine/core'
import { cssVariables } from './theme.ts'

/**
 * The theme's CSS variables. The kit writes the same through innerHTML, which the security policy closes for the
 * whole window; text inside a style element is no way in, so no exception has to be kept for it.
 */
export function ThemeVariables({ nonce }: { readonly nonce: string }) {
  const theme = useMantineTheme()
  const variables = deepMerge(defaultCssVariablesResolver(theme), cssVariables(theme))
  return <style nonce={nonce}>{convertCssVariables(variables, ':root')}</style>
}
