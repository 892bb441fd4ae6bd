import { Button, Text } from '@mantine/core'
import { IconHistory } from '@tabler/icons-react'
import { type ReactNode, useEffect, useRef } from 'react'
import { draftLabels as words } from '../../../domain/labels/draft.zh.ts'
import { spokenMoment } from '../../../domain/labels/moment.zh.ts'
import { useReadyState } from '../../ledger/app-state.ts'
import classes from './draft-offer.module.css'
import type { FormDraft } from './use-form-draft.ts'

const firstField = 'input:not([readonly], :disabled), select, textarea'

interface DraftOfferProps {
  readonly draft: FormDraft
  /** The form, which waits until the user has said what becomes of what was left. */
  readonly children: ReactNode
}

/** Offers what was left half filled in; nothing is typed over it unseen. */
export function DraftOffer({ draft, children }: DraftOfferProps) {
  const { offer } = draft
  const form = useRef<HTMLDivElement>(null)
  const wasOffered = useRef(false)
  useEffect(() => {
    // The button that was pressed is gone; the keyboard goes on where the form begins.
    if (offer === null && wasOffered.current) form.current?.querySelector<HTMLElement>(firstField)?.focus()
    wasOffered.current = offer !== null
  }, [offer])
  return (
    <>
      {offer !== null && <Offer draft={draft} savedAt={offer.savedAt} isOutdated={offer.isOutdated} />}
      {draft.taken !== null && (
        <p role="status" className={classes.taken}>
          {draft.taken.isOutdated ? words.outdated : words.taken}
        </p>
      )}
      <div ref={form} className={classes.form} inert={offer !== null}>
        {children}
      </div>
    </>
  )
}

interface OfferProps {
  readonly draft: FormDraft
  readonly savedAt: string
  readonly isOutdated: boolean
}

function Offer({ draft, savedAt, isOutdated }: OfferProps) {
  const todayOn = useReadyState()?.todayOn ?? ''
  const first = useRef<HTMLButtonElement>(null)
  useEffect(() => first.current?.focus(), [])
  return (
    <section className={classes.offer} aria-label={words.offerTitle}>
      <IconHistory aria-hidden="true" className={classes.icon} />
      <div className={classes.text}>
        <Text fw={600}>{words.offerTitle}</Text>
        <Text>{words.offerText(spokenMoment(savedAt, todayOn))}</Text>
        {isOutdated && <Text fw={600}>{words.outdated}</Text>}
      </div>
      <Button ref={first} onClick={draft.take}>
        {words.take}
      </Button>
      <Button variant="default" onClick={draft.discard}>
        {words.discard}
      </Button>
    </section>
  )
}
