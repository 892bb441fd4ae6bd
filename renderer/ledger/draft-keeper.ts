import { draftKey } from '../../domain/draft-key.ts'
import type { DraftForm, KeptDraft } from '../../domain/draft.ts'
import { ask } from './ledger-client.ts'

/** Unit: milliseconds after the first change that is not kept yet; a crash loses no more than this. */
const delayMs = 800

interface Waiting {
  readonly draft: KeptDraft
  readonly timer: number
  readonly onSettled: (isKept: boolean) => void
}

const waiting = new Map<string, Waiting>()
const underWay = new Set<Promise<void>>()

/** Keeps what is half filled in within a second, also when its page is left meanwhile. */
export function keepDraft(draft: KeptDraft, onSettled: (isKept: boolean) => void): void {
  const key = draftKey(draft.form)
  // Counted from the first change: whoever types without a pause is kept as well.
  const timer = waiting.get(key)?.timer ?? window.setTimeout(() => void send(key), delayMs)
  waiting.set(key, { draft, timer, onSettled })
}

/** Takes back what is not kept yet: it is being saved, or nobody wants it. */
export function holdDraft(form: DraftForm): void {
  const key = draftKey(form)
  window.clearTimeout(waiting.get(key)?.timer)
  waiting.delete(key)
}

/** Keeps everything now, because the page is about to go. */
export async function flushDrafts(): Promise<void> {
  await Promise.all([...[...waiting.keys()].map(send), ...underWay])
}

function send(key: string): Promise<void> {
  const held = waiting.get(key)
  if (held === undefined) return Promise.resolve()
  window.clearTimeout(held.timer)
  waiting.delete(key)
  const sending = ask('draft.keep', held.draft)
    .then(
      () => held.onSettled(true),
      () => held.onSettled(false),
    )
    .finally(() => underWay.delete(sending))
  underWay.add(sending)
  return sending
}
