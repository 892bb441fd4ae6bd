import type { KeyboardEvent } from 'react'

/** Some input methods report only this key code while they compose. */
const composingKeyCode = 229

/** True while an input method is composing: such a key belongs to it, never to the page. */
export function isComposing(event: KeyboardEvent | globalThis.KeyboardEvent): boolean {
  const native = 'nativeEvent' in event ? event.nativeEvent : event
  // eslint-disable-next-line @typescript-eslint/no-deprecated -- no other property tells this for every input method
  return native.isComposing || native.keyCode === composingKeyCode
}
