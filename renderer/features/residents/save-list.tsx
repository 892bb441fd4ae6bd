import { Button } from '@mantine/core'
import { lazy, Suspense, useState } from 'react'
import { selectionLabels } from '../../../domain/labels/selection.zh.ts'

// The first screen does without all that stands in it.
const Dialog = lazy(async () => ({ default: (await import('./save-list-dialog.tsx')).SaveListDialog }))

/** The way of the list, or of whom is chosen in it, into a workbook. */
export function SaveList({ shownCount }: { readonly shownCount: number }) {
  const [isOpen, setIsOpen] = useState(false)
  return (
    <>
      <Button variant="default" size="compact-md" onClick={() => setIsOpen(true)}>
        {selectionLabels.save}
      </Button>
      {isOpen && (
        <Suspense>
          <Dialog shownCount={shownCount} onClose={() => setIsOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
