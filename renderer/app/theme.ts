import {
  Button,
  createTheme,
  Input,
  type CSSVariablesResolver,
  NativeSelect,
  PasswordInput,
  Textarea,
  TextInput,
} from '@mantine/core'
import { dangerColor } from '../ui/danger-color.ts'

/** One accent, dark enough for white text on every shade that carries some. */
export const theme = createTheme({
  primaryColor: 'pine',
  primaryShade: 7,
  colors: {
    pine: [
      '#eef7f5',
      '#d9ebe7',
      '#b0d6ce',
      '#84c0b3',
      '#5ea999',
      '#3d8f7f',
      '#267a6a',
      '#0f6657',
      '#0a5548',
      '#06443a',
    ],
  },
  fontFamily: '"Microsoft YaHei", "Noto Sans CJK SC", sans-serif',
  headings: { fontFamily: '"Microsoft YaHei", "Noto Sans CJK SC", sans-serif', fontWeight: '600' },
  defaultRadius: 'md',
  cursorType: 'pointer',
  focusRing: 'auto',
  components: {
    Button: Button.extend({ defaultProps: { size: 'md' } }),
    // Below the input, so that fields in one row stay in line.
    InputWrapper: Input.Wrapper.extend({
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
    }),
    TextInput: TextInput.extend({ defaultProps: { size: 'md' } }),
    PasswordInput: PasswordInput.extend({ defaultProps: { size: 'md' } }),
    NativeSelect: NativeSelect.extend({ defaultProps: { size: 'md' } }),
    Textarea: Textarea.extend({ defaultProps: { size: 'md' } }),
  },
})

/** Mantine's grey and red text are too light to be read at a glance. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-dimmed': '#4d5660',
    '--mantine-color-placeholder': '#5f6872',
    '--mantine-color-error': dangerColor,
    '--mantine-color-body': '#ffffff',
    '--mantine-color-default-border': '#8a939d',
  },
  dark: {},
})
