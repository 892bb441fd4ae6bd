import { success } from '../../domain/failure.ts'
import { draftsAreKept } from '../page-drafts.ts'
import type { HandlerMap } from './handler-map.ts'

/** What the page says about its drafts to main alone. */
export function draftHandlers(): HandlerMap<'draft.allKept'> {
  return {
    'draft.allKept': async (_input, { contentsId }) => {
      draftsAreKept(contentsId)
      return success({})
    },
  }
}
