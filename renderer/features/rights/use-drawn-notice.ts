import { useEffect, useState } from 'react'
import type { NoticePaper } from '../../../domain/privacy-notice.ts'
import { measureTexts } from '../../print/measure-texts.ts'
import { layOutNotice, type NoticeLayout } from '../../print/notice-layout.ts'

/** Lays a notice out as the print window does, once its fonts are there; null until then. */
export function useDrawnNotice(notice: NoticePaper | undefined): NoticeLayout | null {
  const [layout, setLayout] = useState<NoticeLayout | null>(null)
  useEffect(() => {
    if (notice === undefined) return
    let isStale = false
    void document.fonts.ready.then(() => {
      if (!isStale) setLayout(layOutNotice(notice, measureTexts))
    })
    return () => {
      isStale = true
    }
  }, [notice])
  return layout
}
